"""The page's server: for this machine and whoever has the address, and it says what is wrong."""

import http.client
import json
import socket
import subprocess
import sys

import pytest

from autograder.written.desk import Desk
from tests.course.notebooks import ROOT, assignment
from tests.written.made import ANSWERS, made_up, marks, put, served


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """The made-up class, served."""
    folder = made_up(tmp_path_factory.mktemp("class"))
    with served(folder) as found:
        yield found, folder


@pytest.fixture
def call(running):
    """A request to the page: (status, headers, body); the path is below the token unless it begins with a slash."""
    found, _ = running
    token = found.address.rsplit("/", 2)[1]

    def request(path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", found.port, timeout=60)
        sent = None if body is None else body if isinstance(body, str) else json.dumps(body)
        kinds = {} if body is None else {"Content-Type": "application/json"}
        connection.request(method, path if path.startswith("/") else f"/{token}/{path}", sent, {**kinds, **{k.replace("_", "-"): v for k, v in headers.items()}})
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        is_json = reply.headers["Content-Type"].startswith("application/json")
        return reply.status, reply.headers, json.loads(text) if is_json and text else text

    return request


@pytest.fixture
def keys(call):
    """The answers to q17 by their text, as the page lists them."""
    listed = call("api/q17")[2]["answers"]
    return {call(f"api/q17/{one['key']}")[2]["typed"]: one["key"] for one in listed}


def test_the_page_needs_nothing_from_elsewhere(call):
    """Its policy allows its own files and pictures that answers bring along; nothing it loads has an address."""
    status, headers, page = call("")
    assert status == 200 and "http" not in page and "style=" not in page
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    for file in ("page.js", "view.js", "page.css"):
        status, _, text = call(file)
        assert status == 200 and "http" not in text


@pytest.mark.parametrize("path", ["/", "/wrong/", "/wrong/api/overview", "/wrong/api/q17", "/favicon.ico"])
def test_without_the_token_nothing(path, call):
    """403, whatever is asked for."""
    assert call(path)[0] == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80", "[::1]:80"])
def test_other_hosts_are_refused(host, call):
    """A name that was made to lead here is not this page's."""
    assert call("", Host=host)[0] == 403


def test_localhost_is_this_machine_too(call, running):
    """People type it."""
    assert call("", Host=f"localhost:{running[0].port}")[0] == 200


def test_changes_come_from_the_page_only(call, keys, running):
    """As JSON, and from no other site."""
    body, place = {"version": 0, "points": [None] * 5, "grader": "Mallory"}, f"api/q17/{keys['']}"
    assert call(place, "POST", json.dumps(body), Content_Type="text/plain")[0] == 415
    assert call(place, "POST", body, Origin="http://evil.example")[0] == 403
    assert call(place, "POST", body, Sec_Fetch_Site="cross-site")[0] == 403
    assert not marks(running[1])


def test_it_listens_on_this_machine_only(running):
    """Not on the addresses that others can reach."""
    found, _ = running
    for address in {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}:
        with pytest.raises(OSError), socket.create_connection((address, found.port), timeout=1):
            pass


def test_names_are_told_when_asked_for(call, keys):
    """Nothing else that the page is sent says who wrote an answer."""
    blind, named = (json.dumps(call(f"api/q17/{keys[ANSWERS['carl']]}{asked}")[2]) for asked in ("", "?names=1"))
    assert "arl" not in blind and "Carl Lovelace" in named
    assert "ovelace" not in json.dumps(call("api/q17")[2])


def test_order_is_that_of_another_session(call, running):
    """Shuffled, the same each time; like answers are one."""
    first = [one["key"] for one in call("api/q17")[2]["answers"]]
    again = [one["key"] for one in call("api/q17")[2]["answers"]]
    assert first == again == sorted(first)
    assert sorted(one["same"] for one in call("api/q17")[2]["answers"]) == [1, 1, 1, 1, 3]


def test_what_is_known_about_numbers(call, keys):
    """A declared fact, a number that their own cell printed, one that nobody knows, and counts."""
    (text,) = [text for text in keys if text.startswith("Dear author")]
    numbers = {one["text"]: one for one in call(f"api/q17/{keys[text]}")[2]["numbers"]}
    assert {name: numbers[name]["kind"] for name in ("1151", "15384", "120", "11451", "77.25", "0.0003")} == {
        "1151": "known", "15384": "known", "120": "known", "11451": "known", "77.25": "own", "0.0003": "open",
    }  # fmt: skip
    assert "3 neurons" in numbers["15384"]["says"] and "cell 2" in numbers["77.25"]["says"]


def test_quoted_calls_are_computed(call, keys):
    """With the reference, in a process of its own."""
    (text,) = [text for text in keys if text.startswith("Dear author")]
    (one,) = call(f"api/q17/{keys[text]}/calls")[2]["calls"]
    assert (one["call"], one["result"], one["quoted"]) == ("explosion_report(0.01, 0.003, False)", "1151", ["1151"])


@pytest.mark.parametrize(
    "body",
    ["[]", "{", {}, {"version": "0", "points": []}, {"version": 0, "points": [9, 0, 0, 0, 0]}, {"version": 0, "points": [0.1, 0, 0, 0, 0]}, {"version": 0, "points": [True] * 5},
     {"version": 0, "points": [1e999, 0, 0, 0, 0]}, {"version": 0, "points": [0] * 4}, {"version": 0, "points": [0] * 5, "comment": "x" * 10_001}, {"version": 0, "points": [0] * 5, "comment": 7}],
    ids=lambda body: str(body)[:40],
)  # fmt: skip
def test_nonsense_is_refused_and_nothing_stored(body, call, keys, running):
    """400 with a sentence."""
    status, _, told = call(f"api/q17/{keys['']}", "POST", body)
    assert status == 400 and told["error"]
    assert "fermat" not in marks(running[1])


@pytest.mark.parametrize("path", ["api/q1", "api/q99", "api/q17/abc", "api/q17/abc/calls", "nothing", "../page.html", "api/q17/../../x"])
def test_what_is_not_there(path, call):
    """404 or, out of the token's reach, 403."""
    assert call(path)[0] in (403, 404)


def test_an_answer_handed_in_again(tmp_path):
    """The mark of an unchanged answer stays; a changed one waits, with what was given before."""
    folder = put(tmp_path, carl="An explosion.", dora="The penalty.")
    desk = Desk(folder, assignment("a5"))
    for one in desk.question("q17")["answers"]:
        desk.save("q17", one["key"], one["version"], [1, 0, 1, 0, 0], "so", True, "Grace", typing=False)
    put(folder, carl="An explosion,  ", dora="The penalty.")
    put(folder, carl="An explosion, I think.")
    after = {status["status"]: desk.answer("q17", status["key"], names=True) for status in desk.question("q17")["answers"]}
    assert after["graded"]["names"] == ["Dora Lovelace"]
    assert after["changed"]["names"] == ["Carl Lovelace"]
    assert after["changed"]["mark"]["note"].startswith("Changed since graded: Grace gave 2 points")
    assert after["changed"]["mark"]["points"] == [1, 0, 1, 0, 0]
    desk.close()


def test_one_who_comes_to_say_the_same(tmp_path):
    """A graded answer that somebody else hands in too is open for that one, and the mark is offered."""
    folder = put(tmp_path, blaise="The penalty.")
    desk = Desk(folder, assignment("a5"))
    (one,) = desk.question("q17")["answers"]
    desk.save("q17", one["key"], 0, [2, 0, 0, 0, 0], "", True, "Grace", typing=False)
    put(folder, ada="The penalty.")
    (one,) = desk.question("q17")["answers"]
    assert (one["status"], one["same"]) != ("graded", 2)
    mark = desk.answer("q17", one["key"])["mark"]
    assert mark["points"] == [2, 0, 0, 0, 0] and mark["note"].startswith("1 more say the same")
    desk.save("q17", one["key"], one["version"], mark["points"], "", True, "Alan", typing=False)
    assert {name: mark.earned for name, mark in marks(folder).items()} == {"ada": 2.0, "blaise": 2.0}
    desk.close()


def cli(*arguments):
    return subprocess.run([sys.executable, "-m", "autograder.cli", "written", *arguments], capture_output=True, text=True, cwd=ROOT, check=False)


def test_without_results(tmp_path):
    """One sentence, exit code 2."""
    done = cli(str(tmp_path))
    assert done.returncode == 2 and "grade first" in done.stderr


def test_a_taken_port(running, tmp_path):
    """One sentence, exit code 2."""
    done = cli(str(made_up(tmp_path)), "--no-open", "--port", str(running[0].port))
    assert done.returncode == 2 and "choose another with --port" in done.stderr
