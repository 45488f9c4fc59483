"""What a curious submission tries, as one cell; each probe prints a single word. Used with layers on and off."""

PROBES = '''
import ctypes, os, socket, tempfile

def word(probe):
    try:
        return probe()
    except PermissionError: return "refused"
    except (FileNotFoundError, NotADirectoryError): return "absent"
    except ProcessLookupError: return "no such process"
    except OSError as error: return {30: "read-only"}.get(error.errno, f"OSError {error.errno}")
    except Exception as error: return type(error).__name__

def read(path):
    with open(path, "rb") as file: return "READ" if file.read(64) else "empty"

def write(path):
    with open(path, "w") as file: file.write("x")
    return "WRITTEN"

def memory(pid):
    with open(f"/proc/{pid}/maps") as maps: start = int(maps.readline().split("-")[0], 16)
    with open(f"/proc/{pid}/mem", "rb") as file:
        file.seek(start)
        return "READ" if file.read(8) else "empty"

def fork():
    pid = os.fork()
    if pid == 0: os._exit(0)
    os.waitpid(pid, 0)
    return "FORKED"

def connect(port):
    with socket.create_connection(("127.0.0.1", port), 1): return "CONNECTED"

def abstract(name):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\\0" + name)
        return "CONNECTED"

def signal(pid):
    os.kill(pid, 0)
    return "REACHED"

def trace(pid):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, pid, 0, 0):
        error = ctypes.get_errno()
        raise OSError(error, "")
    libc.ptrace(17, pid, 0, 0)
    return "TRACED"

def shared(key):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.shmget(key, 4096, 0) < 0:
        error = ctypes.get_errno()
        raise OSError(error, "")
    return "ATTACHED"

def mount():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x10020000) or libc.mount(b"none", b"/", None, 1 << 18 | 16384, None):
        raise OSError(ctypes.get_errno(), "")
    return "MOUNTED"

probes = {
    "secret": lambda: read(SECRET), "secret folder": lambda: "LISTED" if os.listdir(os.path.dirname(SECRET)) else "empty",
    "passwords": lambda: read("/etc/passwd"), "other session": lambda: read(OTHER),
    "environment": lambda: read(f"/proc/{PARENT}/environ"), "memory": lambda: memory(PARENT), "trace": lambda: trace(PARENT),
    "signal": lambda: signal(PARENT), "fork": fork, "tcp": lambda: connect(PORT), "abstract socket": lambda: abstract(NAME),
    "shared memory": lambda: shared(KEY), "outside": lambda: write(OUTSIDE), "site-packages": lambda: write(tempfile.__file__ + "x"),
    "mount": mount,
}
found = {name: word(probe) for name, probe in probes.items()}
'''
SEALED = {"refused", "absent", "no such process", "read-only"}
