"""The site, from files: type, encoding, caching and status of every kind of address, as the server itself sends them."""

import fixture
from client import Answer
from report import Report, differs
from rig import THIS_HOST, Rig

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"
HTML = "text/html; charset=UTF-8"
JS = "text/javascript; charset=UTF-8"
CSS = "text/css; charset=UTF-8"
JSON = "application/json; charset=UTF-8"

# address, status, file, type, Cache-Control
FILES = [
    ("/", 200, "index.html", HTML, REVALIDATE),
    ("/index.html", 200, "index.html", HTML, REVALIDATE),
    ("/?lang=en", 200, "index.html", HTML, REVALIDATE),
    ("/chair/search", 200, "index.html", HTML, REVALIDATE),
    ("/chair/search?kind=%E3%81%82.png", 200, "index.html", HTML, REVALIDATE),
    ("/chair/saved/", 200, "index.html", HTML, REVALIDATE),
    ("/estate/compare?ids=1,2", 200, "index.html", HTML, REVALIDATE),
    ("/estate/draw", 200, "index.html", HTML, REVALIDATE),
    ("/favicon.svg", 200, "favicon.svg", "image/svg+xml", REVALIDATE),
    ("/robots.txt", 200, "robots.txt", "text/plain; charset=UTF-8", REVALIDATE),
    ("/site.json", 200, "site.json", JSON, REVALIDATE),
    ("/assets/app-abc.js", 200, "assets/app-abc.js", JS, IMMUTABLE),
    ("/assets/small-abc.css", 200, "assets/small-abc.css", CSS, IMMUTABLE),
    # an unknown address of people: the page, and the status that tells machines
    ("/unknown", 404, "index.html", HTML, REVALIDATE),
    ("/chair", 404, "index.html", HTML, REVALIDATE),
    ("/chair/", 404, "index.html", HTML, REVALIDATE),
    ("/estate/%E6%A4%85%E5%AD%90", 404, "index.html", HTML, REVALIDATE),
    ("/estate/1e3", 404, "index.html", HTML, REVALIDATE),
    ("/estate/1%0a", 404, "index.html", HTML, REVALIDATE),
    ("/estate/saved", 404, "index.html", HTML, REVALIDATE),
    ("/chair/1/2", 404, "index.html", HTML, REVALIDATE),
    ("/api", 404, "index.html", HTML, REVALIDATE),
    ("/assets/", 404, "index.html", HTML, REVALIDATE),
    ("/metrics", 404, "index.html", HTML, REVALIDATE),
    ("/%F0%9F%AA%91", 404, "index.html", HTML, REVALIDATE),
    # a missing file, and a file that is nobody's business: no page
    ("/assets/old-def.js", 404, None, JSON, None),
    ("/assets/notes.md", 404, None, JSON, None),
    ("/assets/app-abc.js.br", 404, None, JSON, None),
    ("/index.html.gz", 404, None, JSON, None),
    ("/missing.html", 404, None, JSON, None),
    ("/chair/1.5", 404, None, JSON, None),
    ("/server.jar", 404, None, JSON, None),
    ("/.env", 404, None, JSON, None),
    ("/.git/config", 404, None, JSON, None),
    ("/assets/../.env", 404, None, JSON, None),
    ("/assets/%2e%2e/.env", 404, None, JSON, None),
    ("/wp-login.php", 404, None, JSON, None),
    # pictures, to a client that names no type
    ("/images/chair/all.png", 200, "images/chair/all.png", "image/png", IMMUTABLE),
    ("/images/estate/plain_-1.png", 200, "images/estate/plain_-1.png", "image/png", IMMUTABLE),
    ("/images/chair/all.webp", 404, None, JSON, None),
    ("/images/chair/missing.png", 404, None, JSON, None),
    ("/images/chair/text.txt", 404, None, JSON, None),
    ("/images/secret.png", 404, None, JSON, None),
    ("/images/../chair_condition.json", 404, None, JSON, None),
    ("/images/1_DummyEstateData.sql", 404, None, JSON, None),
]

# address, Accept-Encoding, file, Content-Encoding
ENCODINGS = [
    ("/", "gzip, deflate, br, zstd", "index.html.br", "br"),
    ("/chair/search", "br", "index.html.br", "br"),
    ("/", "gzip", "index.html.gz", "gzip"),
    ("/", "gzip, br;q=0", "index.html.gz", "gzip"),
    ("/", "gzip;q=0", "index.html", None),
    ("/", "identity", "index.html", None),
    ("/assets/app-abc.js", "gzip, br", "assets/app-abc.js.br", "br"),
    ("/assets/app-abc.js", "gzip", "assets/app-abc.js.gz", "gzip"),
    ("/assets/only-gz.css", "gzip, br", "assets/only-gz.css.gz", "gzip"),
    ("/assets/small-abc.css", "gzip, br", "assets/small-abc.css", None),
]

CHROME = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
# picture, Accept, ending of the file
ACCEPTS = [
    ("chair/all", CHROME, "avif"),
    ("chair/all", "image/avif", "avif"),
    ("chair/all", "image/webp , image/avif;q=0.5", "avif"),
    ("chair/all", "image/avif;q=0, image/webp", "webp"),
    ("chair/all", "image/avif; q=0.0,image/webp", "webp"),
    ("chair/all", "image/avif;v=1;q=0,image/webp", "webp"),
    ("chair/all", "image/webp;q=0.01", "webp"),
    ("chair/all", "image/avif;q=0,image/webp;q=0", "png"),
    ("chair/all", "image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", "png"),
    ("chair/all", "*/*", "png"),
    ("chair/all", "ximage/avif,image/webpx", "png"),
    ("chair/webp", CHROME, "webp"),
    ("chair/webp", "image/avif", "png"),
    ("estate/plain_-1", CHROME, "png"),
]

NO_READS = ["/", "/chair/1", "/index.html", "/assets/app-abc.js", "/robots.txt", "/images/chair/all.png", "/unknown"]


SECURITY = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"]


def run(report: Report) -> None:
    with Rig() as rig:
        fixture.write(rig.site_root, fixture.SITE)
        fixture.write(rig.data_root, fixture.DATA)
        with report.table("every kind of address has its file, type, status and caching"):
            for row in FILES:
                for method in ("GET", "HEAD"):
                    has_file(report, rig, method, *row)
        with report.table("text goes out as small as the browser takes it"):
            for row in ENCODINGS:
                has_encoding(report, rig, *row)
        with report.table("pictures go out in the smallest type that the browser names"):
            for row in ACCEPTS:
                has_picture(report, rig, *row)
        with report.table("a browser that has a file is told so"):
            for path in ("/", "/robots.txt", "/assets/app-abc.js", "/images/chair/all.png"):
                is_not_sent_again(report, rig, path)
        with report.table("what is no read is answered 404"):
            for path in NO_READS:
                for method in ("POST", "PUT", "DELETE"):
                    is_refused(report, rig, method, path)
        with report.table("a new release is seen"):
            sees_a_new_release(report, rig)
        report.row("no request for a file reached an app", differs("requests", [], rig.received()))
        with report.table("the page of a chair or home is the app's, and the site's own where that gives none"):
            for status in (200, 404):
                for path in ("/chair/1", "/chair/007/", "/estate/%31?lang=en"):
                    has_item(report, rig, path, status)
            has_page_without_item(report, rig)


def has_item(report: Report, rig: Rig, path: str, status: int) -> None:
    """As the app answers it; an app sends the headers that browsers are to obey itself, and they go out once."""
    app = rig.apps[THIS_HOST]
    app.headers = dict.fromkeys(SECURITY, "the app's")
    app.status = status
    answer = rig.ask(path)
    app.status = 200
    app.headers = {}
    report.row(
        f"{path}, {status}",
        differs("status", status, answer.status),
        differs("answered by", THIS_HOST, answer.app),
        *(differs(name, 1, len(answer.headers.get_all(name, []))) for name in SECURITY),
    )


def has_page_without_item(report: Report, rig: Rig) -> None:
    """No app, a busy one, a request that no page has: the page itself, in which the script draws what it finds."""
    apps = rig.apps.values()
    for behaviour in ("busy", "unavailable", "hang_up"):
        for app in apps:
            app.behaviour = behaviour
        answer = rig.ask("/estate/7", headers={"Accept-Encoding": "br"})
        report.row(
            f"apps: {behaviour}",
            differs("status", 200, answer.status),
            differs("body", "index.html.br", answer.body.decode()),
        )
    for app in apps:
        app.behaviour = "answer"


def has_file(
    report: Report, rig: Rig, method: str, path: str, status: int, file: str | None, content_type: str, cache: str | None
) -> None:
    answer = rig.ask(path, method)
    if method == "HEAD":
        body = None if answer.body == b"" else "a HEAD request has no body"
    elif file:
        body = differs("body", file, answer.body.decode())
    else:
        body = differs("an error as JSON", True, answer.body.startswith(b'{"error":"'))
    report.row(
        f"{method} {path}",
        differs("status", status, answer.status),
        differs("type", content_type, answer.header("Content-Type")),
        differs("Cache-Control", cache, answer.header("Cache-Control")),
        differs("Server", "nginx", answer.header("Server")),
        body,
    )


def has_encoding(report: Report, rig: Rig, path: str, accept: str, file: str, encoding: str | None) -> None:
    answer = rig.ask(path, headers={"Accept-Encoding": accept, "Via": "1.1 proxy"})
    vary = None if "small" in path else "Accept-Encoding"
    report.row(
        f"{path} for {accept!r}",
        differs("body", file, answer.body.decode()),
        differs("Content-Encoding", encoding, answer.header("Content-Encoding")),
        differs("Vary", vary, answer.header("Vary")),
    )


def has_picture(report: Report, rig: Rig, picture: str, accept: str, ending: str) -> None:
    answer = rig.ask(f"/images/{picture}.png", headers={"Accept": accept})
    report.row(
        f"{picture}.png for {accept!r}",
        differs("body", f"images/{picture}.{ending}", answer.body.decode()),
        differs("type", f"image/{ending}", answer.header("Content-Type")),
        differs("Vary", "Accept", answer.header("Vary")),
    )


def is_not_sent_again(report: Report, rig: Rig, path: str) -> None:
    first: Answer = rig.ask(path)
    again: Answer = rig.ask(path, headers={"If-None-Match": first.header("ETag")})
    report.row(
        path,
        differs("status", 304, again.status),
        differs("Cache-Control", first.header("Cache-Control"), again.header("Cache-Control")),
        differs("Vary", first.header("Vary"), again.header("Vary")),
    )


def sees_a_new_release(report: Report, rig: Rig) -> None:
    """As a deploy does it: another directory behind the symlink. The cache of open files may lag by two seconds."""
    other = rig.work / "other-site"
    fixture.write(other, ["index.html"])
    (other / "index.html").write_text("release 2")
    rig.ask("/")
    rig.site_root.rename(rig.work / "old-site")
    rig.site_root.symlink_to(other)
    try:
        bodies = [b""]
        while bodies[-1] != b"release 2" and len(bodies) < 100_000:
            bodies.append(rig.ask("/").body)
        report.row("/", differs("body", b"release 2", bodies[-1]))
    finally:
        rig.site_root.unlink()
        (rig.work / "old-site").rename(rig.site_root)


def is_refused(report: Report, rig: Rig, method: str, path: str) -> None:
    answer = rig.ask(path, method, body=b"x")
    report.row(
        f"{method} {path}",
        differs("status", 404, answer.status),
        differs("type", JSON, answer.header("Content-Type")),
    )
