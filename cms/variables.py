"""The table of environment variables that docs/operations.md shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variable:
    """An environment variable as a person who runs a portal needs to know it."""

    name: str
    default: str
    meaning: str


SERVING = (
    Variable("SECRET_KEY", "không có, bắt buộc", "Chuỗi ngẫu nhiên từ 50 ký tự, giữ kín, không đổi."),
    Variable("DATABASE_URL", "tệp SQLite trong DATA_DIR", "Nơi lưu dữ liệu: postgres://… hoặc sqlite:///…"),
    Variable("DATA_DIR", "var/ trong thư mục mã nguồn", "Thư mục chứa cơ sở dữ liệu nhúng, tệp tải lên, tệp tĩnh."),
    Variable("MAINTENANCE_FILE", "tệp bao-tri trong DATA_DIR", "Có tệp này thì mọi địa chỉ báo đang bảo trì (503)."),
    Variable("ALLOWED_HOSTS", "localhost và *.localhost", "Tên miền của các cổng, cách nhau bằng dấu phẩy."),
    Variable("BASE_URL", "http://127.0.0.1:8000", "Địa chỉ của trang quản trị, dùng trong thư báo."),
    Variable("HTTPS", "1", "Đặt 0 khi không có HTTPS phía trước (chỉ để dùng thử)."),
    Variable(
        "CACHE_URL", "thư mục cache trong DATA_DIR", "Bộ nhớ đệm chung của các tiến trình: filecache://, redis://…"
    ),
    Variable(
        "FRAGMENT_CACHE_URL",
        "600 mục trong mỗi tiến trình",
        "Nơi giữ các phần đã dựng của trang công khai: locmemcache://…, redis://…",
    ),
    Variable("FRONTEND_CACHE", "không có", "Địa chỉ bộ đệm trước cổng nhận lệnh PURGE: trang đổi thì xóa bản đệm."),
    Variable("SEARCH_ENGINE", "không có", "Địa chỉ Elasticsearch 9, nhiều nút cách nhau bằng dấu phẩy: http://…:9200"),
    Variable("SEARCH_INDEX", "cong-khai", "Đầu tên chỉ mục trên Elasticsearch: mỗi bản cài một tên."),
    Variable("SEARCH_CA_FILE", "nơi tin cậy chung", "Tệp chứng chỉ gốc của Elasticsearch khi nó dùng chứng chỉ tự ký."),
    Variable("SMALL_CELLS_BELOW", "5", "Ô dưới số hộ này thì ẩn trong bảng nhu cầu nhà ở; hồ sơ có thể đặt cao hơn."),
    Variable("MISSED_SEARCHES_MONTHS", "12", "Số tháng giữ bảng «Tìm mà không thấy»; cũ hơn thì run_due xóa."),
    Variable("LOG_LEVEL", "INFO", "Mức ghi nhật ký ra stderr: DEBUG, INFO, WARNING, ERROR."),
)
COMMANDS = (
    Variable("PORT", "8000", "Cổng mà bin/demo phục vụ trên máy này."),
    Variable(
        "PYTHON",
        "python3 trên PATH",
        "Trình Python (từ 3.11) mà các lệnh trong bin/ dùng; khi chưa có .venv, bản dựng tối ưu được chọn trước.",
    ),
    Variable(
        "CHROMIUM",
        "chromium-headless-shell hoặc chromium trên PATH",
        "Trình duyệt mà bin/test dùng cho các hành trình.",
    ),
    Variable("PG_BIN", "nơi hệ điều hành cài", "Thư mục chứa initdb và postgres mà bin/test dùng."),
    Variable("ELASTICSEARCH_URL", "bin/test tự dựng một nút", "Máy chủ Elasticsearch sẵn có để bin/test dùng."),
    Variable("NOTHING_SKIPPED", "0", "Đặt 1 để bin/test coi mỗi ca bị bỏ qua là một lỗi."),
)


def markdown() -> str:
    """Both tables as docs/operations.md has them; `python -m cms.settings.env` prints them."""
    tables = []
    for heading, variables in (("Khi phục vụ", SERVING), ("Cho các lệnh trong `bin/`", COMMANDS)):
        rows = [f"| `{one.name}` | {one.default} | {one.meaning} |" for one in variables]
        tables.append("\n".join([f"### {heading}", "", "| Biến | Mặc định | Ý nghĩa |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(tables) + "\n"


if __name__ == "__main__":
    print(markdown(), end="")  # noqa: T201 - this is a command
