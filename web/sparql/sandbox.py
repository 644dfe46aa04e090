"""Takes from a process what a stranger's query must not have: the network, and memory without end.

The network goes by a seccomp filter (Linux on x86-64 and ARM64; no privileges needed): from then on
the kernel answers ``socket()`` with "permission denied" for every family of addresses but Unix
sockets, and denies io_uring, by which sockets could be opened unseen. Where there is no such
filter, what stands before it (``web.sparql.scan``) decides alone.
"""

import ctypes
import errno
import platform
import resource
import socket
import struct
import sys
from pathlib import Path

_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""For each machine: its audit number, and the number of the system call ``socket``."""
_IO_URING_SETUP = 425
_X32 = 0x40000000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL, _DENY = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EACCES
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))


def supported() -> bool:
    """Whether there is a filter for this machine."""
    return sys.platform == "linux" and platform.machine() in _MACHINES


def deny_network() -> bool:
    """Whether this process, and what it starts, is from now on without a network."""
    if not supported():
        return False
    audit, call = _MACHINES[platform.machine()]
    # Each step: code, how many steps to skip if so, and if not, and the value compared with.
    steps = (
        (_LOAD, 0, 0, 4),  # the machine's audit number
        (_EQUAL, 1, 0, audit),
        (_RETURN, 0, 0, _KILL),  # a call by the rules of another machine
        (_LOAD, 0, 0, 0),  # the number of the call
        (_AT_LEAST, 5, 0, _X32),
        (_EQUAL, 4, 0, _IO_URING_SETUP),
        (_EQUAL, 0, 2, call),
        (_LOAD, 0, 0, 16),  # its first argument: the family of addresses
        (_EQUAL, 0, 1, socket.AF_UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def limit_memory(mib: int) -> None:
    """From now on this process gets no more than ``mib`` MiB beyond what it has."""
    used = _address_space()
    try:
        resource.setrlimit(resource.RLIMIT_AS, (used + (mib << 20),) * 2)
    except (ValueError, OSError):  # a system that does not limit address space
        return


def no_core_dumps() -> None:
    """A process that is killed leaves no image of the graph behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 1 << 30
    return pages * resource.getpagesize()
