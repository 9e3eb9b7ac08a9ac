"""A link between two network namespaces on which everything takes its time, and the way to the site at its near end.

link.py NEAR NEAR_ADDRESS FAR FAR_ADDRESS MILLISECONDS PORT...

Packets take MILLISECONDS each way. What connects to a PORT of NEAR_ADDRESS reaches the same port of this machine's
loopback. Says "ready" once it is, and ends when its input does.
"""

import collections
import ctypes
import fcntl
import os
import select
import socket
import struct
import subprocess
import sys
import threading
import time

CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
TUN_WITHOUT_HEADER = 0x0001 | 0x1000


def enter(path):
    if ctypes.CDLL(None, use_errno=True).setns(os.open(path, os.O_RDONLY), CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), f"cannot enter {path}")


def device(address):
    """A device in the namespace that we are in, whose packets we carry."""
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", b"slow", TUN_WITHOUT_HEADER))
    subprocess.run(["ip", "addr", "add", f"{address}/24", "dev", "slow"], check=True)
    subprocess.run(["ip", "link", "set", "dev", "slow", "up"], check=True)
    return tun


def carry(one, other, delay):
    """Carries packets between the two, each after the delay."""
    opposite = {one: other, other: one}
    under_way = collections.deque()
    while True:
        wait = max(0, under_way[0][0] - time.monotonic()) if under_way else None
        ready, _, _ = select.select([one, other, sys.stdin], [], [], wait)
        if sys.stdin in ready and not os.read(sys.stdin.fileno(), 1):
            return
        for tun in opposite:
            if tun in ready:
                under_way.append((time.monotonic() + delay, opposite[tun], os.read(tun, 65535)))
        while under_way and under_way[0][0] <= time.monotonic():
            _, tun, packet = under_way.popleft()
            try:
                os.write(tun, packet)
            except OSError:
                pass  # A network may lose packets.


def pump(source, target):
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
    except OSError:
        pass
    finally:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def lead(listener, port):
    """Leads everyone who comes to the loopback, as this machine has it."""
    while True:
        client, _ = listener.accept()
        site = socket.create_connection(("127.0.0.1", port))
        for end in (client, site):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=pump, args=(client, site), daemon=True).start()
        threading.Thread(target=pump, args=(site, client), daemon=True).start()


def main():
    near, near_address, far, far_address, milliseconds, *ports = sys.argv[1:]
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    enter(f"/run/netns/{far}")
    far_end = device(far_address)
    enter(f"/run/netns/{near}")
    near_end = device(near_address)
    listeners = [socket.create_server((near_address, int(port))) for port in ports]
    enter(f"/proc/self/fd/{home}")
    for listener, port in zip(listeners, ports):
        threading.Thread(target=lead, args=(listener, int(port)), daemon=True).start()
    print("ready", flush=True)
    carry(near_end, far_end, int(milliseconds) / 1000)


main()
