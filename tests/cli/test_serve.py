"""``dash-intel serve`` where it cannot listen; serving itself is in ``test_processes``."""

import socket

from tests.cli.conftest import Run


def test_port_in_use_is_said_before_any_address(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", port)
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        f"dash-intel: Port {port} of 127.0.0.1 is in use, perhaps by this app already: stop what "
        "listens there, or choose another port with --port.\n"
    )


def test_address_of_another_machine_is_said_before_any_address(run: Run) -> None:
    done = run("serve", "--address", "192.0.2.1", "--port", "8599")
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        "dash-intel: 192.0.2.1 is no address of this machine: name another with --address.\n"
    )


def test_name_that_is_no_address_is_said_before_any_address(run: Run) -> None:
    done = run("serve", "--address", "no such host", "--port", "8599")
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        "dash-intel: no such host is no address of this machine: name another with --address.\n"
    )
