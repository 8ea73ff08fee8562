# shellcheck shell=sh
# Sourced by the commands: find_python sets $python to Python 3.11 or newer, or ends with one sentence.

find_python() {
    command=$1
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    seen=
    for python in "$@"; do
        version=$("$python" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' && return
        seen=${seen:-$version}
    done
    if [ -n "$seen" ]; then
        echo "Cần Python từ 3.11 trở lên, ở đây là Python $seen: hãy cài bản mới hơn, hoặc chỉ ra bằng PYTHON=python3.12 $command" >&2
    else
        echo "Không tìm thấy Python: hãy cài Python từ 3.11 trở lên, hoặc chỉ ra bằng PYTHON=python3.12 $command" >&2
    fi
    exit 1
}
