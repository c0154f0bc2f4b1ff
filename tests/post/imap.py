"""A mailbox on this machine: as much of IMAP as is asked for, and a note of every command."""

from __future__ import annotations

import re
import socketserver
import threading


class MailboxServer(socketserver.ThreadingTCPServer):
    """`messages` by their number (UID). It lets nobody in but `user` with `password`."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.messages: dict[int, bytes] = {}
        self.validity = 7
        self.commands: list[str] = []
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def end(self) -> None:
        self.shutdown()
        self.server_close()
        self.thread.join()


class Conversation(socketserver.StreamRequestHandler):
    server: MailboxServer

    def handle(self) -> None:
        self.say("* OK here")
        while line := self.rfile.readline().decode().strip():
            tag, _, command = line.partition(" ")
            self.server.commands.append(command)
            self.answer(tag, command)

    def answer(self, tag: str, command: str) -> None:
        numbers = self.server.messages
        if command == "CAPABILITY":
            self.say("* CAPABILITY IMAP4rev1")
        elif command.startswith("LOGIN") and command != 'LOGIN user "password"':
            self.say(f"{tag} NO not you")
            return
        elif command.startswith("EXAMINE"):
            self.say(f"* OK [UIDVALIDITY {self.server.validity}] counted anew", f"* {len(numbers)} EXISTS")
        elif found := re.fullmatch(r"UID SEARCH UID (\d+):\*", command):
            hits = [number for number in numbers if number >= int(found[1])] or list(numbers)[-1:]
            self.say("* SEARCH " + " ".join(map(str, hits)))
        elif found := re.fullmatch(r"UID FETCH (\d+) \(BODY.PEEK\[\]<0\.(\d+)>\)", command):
            data = numbers[int(found[1])][: int(found[2])]
            self.say(f"* 1 FETCH (UID {found[1]} BODY[]<0> {{{len(data)}}}")
            self.wfile.write(data)
            self.say(")")
        self.say(f"{tag} OK done")

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())
