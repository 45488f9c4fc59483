"""seccomp: an allow-list of system calls, assembled by hand into the program the kernel runs before each of them.

Threads yes, processes no; no sockets, no signals to others, no mounts, no tracing, no calls of a foreign architecture.
A call that is known and not listed fails with EPERM; one that is newer than this list with ENOSYS, so that the C library
falls back to an older one.
"""

import ctypes
import errno
import functools
import os
import struct

from .syscalls import MACHINE, PR_SET_NO_NEW_PRIVS, call, prctl

# name:number on x86_64:number on aarch64 (empty: that machine has no such call)
_ALLOWED = """
read:0:63 write:1:64 close:3:57 fstat:5:80 lseek:8:62 mmap:9:222 mprotect:10:226 munmap:11:215 brk:12:214
mremap:25:216 msync:26:227 mincore:27:232 madvise:28:233
rt_sigaction:13:134 rt_sigprocmask:14:135 rt_sigreturn:15:139 rt_sigpending:127:136 rt_sigtimedwait:128:137
rt_sigsuspend:130:133 sigaltstack:131:132 restart_syscall:219:128 pause:34: alarm:37:
pread64:17:67 pwrite64:18:68 readv:19:65 writev:20:66 preadv:295:69 pwritev:296:70 preadv2:327:286
pwritev2:328:287 sendfile:40:71 copy_file_range:326:285
open:2: openat:257:56 creat:85: access:21: faccessat:269:48 faccessat2:439:439 stat:4: lstat:6:
newfstatat:262:79 statx:332:291 readlink:89: readlinkat:267:78 statfs:137:43 fstatfs:138:44
getdents:78: getdents64:217:61 getcwd:79:17 chdir:80:49 fchdir:81:50 rename:82: renameat:264:38
renameat2:316:276 mkdir:83: mkdirat:258:34 rmdir:84: unlink:87: unlinkat:263:35 link:86: linkat:265:37
symlink:88: symlinkat:266:36
chmod:90: fchmod:91:52 fchmodat:268:53 fchmodat2:452:452 umask:95:166 truncate:76:45 ftruncate:77:46 fallocate:285:47 fsync:74:82
fdatasync:75:83 flock:73:32 fadvise64:221:223 utime:132: utimes:235: futimesat:261: utimensat:280:88
readahead:187:213
getxattr:191:8 lgetxattr:192:9 fgetxattr:193:10 listxattr:194:11 llistxattr:195:12 flistxattr:196:13
pipe:22: pipe2:293:59 dup:32:23 dup2:33: dup3:292:24 select:23: pselect6:270:72 poll:7: ppoll:271:73
epoll_create:213: epoll_create1:291:20 epoll_ctl:233:21 epoll_wait:232: epoll_pwait:281:22 epoll_pwait2:441:441
eventfd:284: eventfd2:290:19 timerfd_create:283:85 timerfd_settime:286:86 timerfd_gettime:287:87 recvfrom:45:207
close_range:436:436
getpid:39:172 getppid:110:173 gettid:186:178 getuid:102:174 geteuid:107:175 getgid:104:176 getegid:108:177
getgroups:115:158 getresuid:118:148 getresgid:120:150 getpgid:121:155 getpgrp:111: getsid:124:156 capget:125:90
uname:63:160 sysinfo:99:179 times:100:153 getrusage:98:165 getrlimit:97:163 setrlimit:160:164
getpriority:140:141 getcpu:309:168 sched_yield:24:124 sched_getaffinity:204:123 sched_getparam:143:121
sched_getscheduler:145:120
sched_get_priority_max:146:125 sched_get_priority_min:147:126 sched_rr_get_interval:148:127
nanosleep:35:101 clock_nanosleep:230:115 clock_gettime:228:113 clock_getres:229:114 gettimeofday:96:169
time:201: getitimer:36:102 setitimer:38:103
timer_create:222:107 timer_settime:223:110 timer_gettime:224:108 timer_getoverrun:225:109 timer_delete:226:111
futex:202:98 set_tid_address:218:96 set_robust_list:273:99 get_robust_list:274:100 rseq:334:293
membarrier:324:283 exit:60:93 exit_group:231:94 wait4:61:260 waitid:247:95 getrandom:318:278
"""
# Allowed only with harmless arguments: see _program.
_FILTERED = """
kill:62:129 tgkill:234:131 clone:56:220 ioctl:16:29 fcntl:72:25 prctl:157:167 prlimit64:302:261 sendto:44:206
"""
# The C library tries these first and falls back when they seem not to exist.
_ABSENT = "clone3:435:435 openat2:437:437 futex_waitv:449:449"
_NEWEST = 462

_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x40000000

# isatty and terminal size; bytes waiting; close-on-exec; non-blocking. Not TIOCSTI, not FIOSETOWN.
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5450, 0x5451, 0x5421)
# dup, flags, locks, pipe size (read), seals (read), dup with close-on-exec. Not F_SETOWN and F_SETSIG: they send signals.
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032, 1034)
# thread name; dumpable (read); seccomp mode (read); no-new-privs (read); names of memory areas
_PRCTLS = (15, 16, 3, 21, 39, 0x53564D41)
_CLONE_THREAD = 0x10000
_CLONE_NAMESPACES = 0x7E020080

_LOAD, _JUMP_EQUAL, _JUMP_ABOVE, _AND, _RETURN = 0x20, 0x15, 0x25, 0x54, 0x06
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_EPERM, _ENOSYS = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS


def supported() -> bool:
    """Whether the numbers of this machine's system calls are known here."""
    return MACHINE in _AUDIT_ARCH


def restrict() -> None:
    """Allow this process and its threads nothing but the list, for good. Raises OSError."""
    if not supported():
        raise OSError(errno.ENOSYS, f"no list of system calls for {MACHINE or 'this system'}")
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    call("seccomp", 1, 0, assembled(os.getpid())[0])


@functools.lru_cache(1)
def assembled(pid: int) -> tuple[ctypes.Array, ctypes.Array]:
    """What the kernel is given for process `pid`, and the code that this points to. Where every session has the same number, in
    a pid namespace of its own, one that is assembled before the fork serves them all."""
    instructions = _program(pid)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in instructions))
    return ctypes.create_string_buffer(struct.pack("@HP", len(instructions), ctypes.addressof(code))), code


def _numbers(table: str) -> dict[str, int]:
    column = 1 if MACHINE == "x86_64" else 2
    rows = (row.split(":") for row in table.split())
    return {row[0]: int(row[column]) for row in rows if row[column]}


def _program(pid: int) -> list[tuple[int, int, int, int]]:
    """Instructions (code, jump if true, jump if false, operand) of classic BPF over struct seccomp_data."""
    out = [(_LOAD, 0, 0, 4), (_JUMP_EQUAL, 1, 0, _AUDIT_ARCH[MACHINE]), (_RETURN, 0, 0, _KILL_PROCESS)]
    out += [(_LOAD, 0, 0, 0), (_JUMP_ABOVE, 0, 1, _X32 - 1), (_RETURN, 0, 0, _KILL_PROCESS)]
    for number in _numbers(_ALLOWED).values():
        out += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    for name, number in _numbers(_FILTERED).items():
        checks = _checks(name, pid)
        out += [(_JUMP_EQUAL, 0, len(checks), number), *checks]
    for number in _numbers(_ABSENT).values():
        out += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ENOSYS)]
    out += [(_JUMP_ABOVE, 0, 1, _NEWEST), (_RETURN, 0, 0, _ENOSYS), (_RETURN, 0, 0, _EPERM)]
    return out


def _checks(name: str, pid: int) -> list[tuple[int, int, int, int]]:
    if name == "clone":
        return [_argument(0), (_AND, 0, 0, _CLONE_THREAD | _CLONE_NAMESPACES), *_one_of((_CLONE_THREAD,))]
    if name == "sendto":  # on a connected pair only: no address
        return [_argument(4), (_JUMP_EQUAL, 1, 0, 0), (_RETURN, 0, 0, _EPERM), _argument(4, high=True), *_one_of((0,))]
    if name in ("kill", "tgkill"):
        return [_argument(0), *_one_of((pid,))]
    if name == "prlimit64":
        return [_argument(0), *_one_of((0, pid))]
    position, values = {"ioctl": (1, _IOCTLS), "fcntl": (1, _FCNTLS), "prctl": (0, _PRCTLS)}[name]
    return [_argument(position), *_one_of(values)]


def _argument(position: int, high: bool = False) -> tuple[int, int, int, int]:
    return (_LOAD, 0, 0, 16 + 8 * position + 4 * high)


def _one_of(values: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    lines = []
    for value in values:
        lines += [(_JUMP_EQUAL, 0, 1, value), (_RETURN, 0, 0, _ALLOW)]
    return [*lines, (_RETURN, 0, 0, _EPERM)]
