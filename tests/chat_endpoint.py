"""An endpoint that speaks the chat-completions protocol, on the loopback, in good and in bad temper."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = "tiny-1"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        self.body = json.loads(body)
        tempers = self.server.tempers
        temper = tempers.pop(0) if len(tempers) > 1 else tempers[0]
        temper(self)

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers), None))
        self.send_error(405)

    def log_message(self, *_):
        pass

    def question(self):
        return json.loads(self.body["messages"][-1]["content"])


@contextmanager
def serving(*tempers):
    """Start a server that treats each request in its turn as told, and all further ones as the last."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.tempers, server.asked = list(tempers), []
    server.ended = threading.Event()
    server.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def sending(status=200, body=b"", **headers):
    """A temper that sends bytes, whatever it is asked."""

    def temper(handler):
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return temper


def writing(write):
    """A temper whose model writes what a function of the question returns."""

    def temper(handler):
        content = write(handler.question())
        reply = {"choices": [{"index": 0, "message": {"role": "assistant", "content": content}}]}
        sending(body=json.dumps(reply).encode(), Content_Type="application/json")(handler)

    return temper


def judging(judge):
    """A temper whose model answers as it should: `judge` returns a verdict for a statement and a passage."""

    def write(question):
        verdicts = [
            {"passage": one["number"], **judge(question["statement"], one["text"])} for one in question["passages"]
        ]
        return json.dumps({"id": question["id"], "verdicts": verdicts})

    return writing(write)
