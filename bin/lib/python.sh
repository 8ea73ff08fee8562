# shellcheck shell=sh
# Sourced by the commands: find_python sets $python to Python 3.11 or newer, or ends with one sentence.

# Ends with 0 where environments can be made by a build with the compiler's optimisations, as distributions make it:
# one that was compiled in a hurry, as pyenv does it, takes half as long again for everything.
built_well='
import ensurepip, sys, sysconfig, venv
sys.exit(sys.base_prefix != "/usr" and "--enable-optimizations" not in str(sysconfig.get_config_var("CONFIG_ARGS")))
'

# The first Python on PATH, but a well-built one where there is one as long as there is no environment yet.
find_python() {
    command=$1
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3
    fi
    python='' seen=''
    for candidate in "$@"; do
        version=$("$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
        seen=${seen:-$version}
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
        python=${python:-$candidate}
        if [ $# -eq 1 ] || [ -x .venv/bin/python ]; then
            return
        fi
        if "$candidate" -c "$built_well" 2>/dev/null; then
            python=$candidate
            return
        fi
    done
    if [ -n "$python" ]; then
        return
    fi
    if [ -n "$seen" ]; then
        echo "Cần Python từ 3.11 trở lên, ở đây là Python $seen: hãy cài bản mới hơn, hoặc chỉ ra bằng PYTHON=python3.12 $command" >&2
    else
        echo "Không tìm thấy Python: hãy cài Python từ 3.11 trở lên, hoặc chỉ ra bằng PYTHON=python3.12 $command" >&2
    fi
    exit 1
}
