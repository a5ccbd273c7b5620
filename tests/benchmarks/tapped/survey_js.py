"""SurveyJS beside us in tapping.py: from npm into a folder that is thrown away, shown by a small server of its own.

Its answers are kept only where they are asked to be: then each is posted, appended to a file, flushed to the disk, and
only then said to be kept.
"""

import contextlib
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKAGES = ("survey-core", "survey-js-ui")
FILES = {
    "/survey.core.min.js": ("survey-core/survey.core.min.js", "text/javascript"),
    "/survey-js-ui.min.js": ("survey-js-ui/survey-js-ui.min.js", "text/javascript"),
    "/survey-core.css": ("survey-core/survey-core.fontless.min.css", "text/css"),
}
PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>SurveyJS</title>
<link rel="stylesheet" href="/survey-core.css">
<script src="/survey.core.min.js"></script><script src="/survey-js-ui.min.js"></script>
<body><div id="survey"></div><p id="kept"></p>
<script>
const survey = new Survey.Model(%s);
let times = 0;
survey.onValueChanged.add(async (_, changed) => {
  const number = ++times;
  if (location.hash === "#kept")
    await fetch("/keep", { method: "POST", body: JSON.stringify({ [changed.name]: changed.value }) });
  document.getElementById("kept").textContent = "Taken " + number;
});
survey.render(document.getElementById("survey"));
</script>"""


def installed(folder: Path) -> str | None:
    """The versions, or None where there is no npm or it reaches no registry."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    (folder / "package.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        return None
    manifests = [json.loads((folder / "node_modules" / one / "package.json").read_bytes()) for one in PACKAGES]
    return ", ".join(f"{one['name']} {one['version']}" for one in manifests)


def survey(items: Sequence[str], options: Mapping[str, str]) -> dict[str, object]:
    """One question a page, as ours are shown."""
    choices = [{"value": code, "text": words} for code, words in options.items()]
    questions = [
        {"type": "radiogroup", "name": f"item_{number}", "title": text, "choices": choices}
        for number, text in enumerate(items)
    ]
    return {"questionsOnPageMode": "questionPerPage", "elements": questions}


@contextlib.contextmanager
def served(folder: Path, shown: Mapping[str, object]) -> Iterator[str]:
    """The address of the page; `#kept` after it keeps each answer."""
    page = (PAGE % json.dumps(shown).replace("</", "<\\/")).encode()
    journal = (folder / "answers.jsonl").open("ab")

    class Server(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if self.path in FILES:
                name, media_type = FILES[self.path]
                self._answer((folder / "node_modules" / name).read_bytes(), media_type)
            else:
                self._answer(page, "text/html")

        def do_POST(self) -> None:
            journal.write(self.rfile.read(int(self.headers["Content-Length"])) + b"\n")
            journal.flush()
            os.fsync(journal.fileno())
            self._answer(b"kept", "text/plain")

        def _answer(self, body: bytes, media_type: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        journal.close()
