/* A disk that fails on request: preloaded into a child process (LD_PRELOAD), it counts the calls that change what lies
 * in one folder, and at the Nth of them kills the process, fails, or writes only half.
 *
 *   FAULT_FOLDER   canonical path; only files in it and below (and the folder itself) count. Unset: nothing happens.
 *   FAULT_CALLS    which calls count, separated by commas: write (write, pwrite, writev), truncate, sync (fsync,
 *                  fdatasync, also of the folder), rename, link, unlink. Unset: all of these. Only when named: create
 *                  (open with O_CREAT), lock (fcntl of SQLite and QLockFile that takes a lock).
 *   FAULT_AT       the number of the call that is hit, from 1. 0 or unset: calls are only counted.
 *   FAULT_SWITCH   a file outside of the folder: while it exists every counted call is hit, whatever its number. Lets
 *                  a test break and mend the disk of a program that runs. What it holds are further calls: those it
 *                  names count instead of FAULT_CALLS, and the error it names first, as in "EIO sync,unlink".
 *   FAULT_KIND     kill   the process dies (SIGKILL) before the call
 *                  torn   half of the write is done, then the process dies; only writes count
 *                  short  half of the write is done and reported; only writes count
 *                  ENOSPC, EDQUOT, EFBIG, EIO, EACCES, EROFS, ENOLCK: the call does nothing and fails so
 *   FAULT_STICKY   1: all later calls fail too (after "short" with ENOSPC, as on a disk that just filled up).
 *   FAULT_LOG      file outside of the folder; gets a line "N call path" for every counted call, and "fired N" when the
 *                  fault happens. A test asserts on it that the fault did happen.
 *
 * Calls made by mmap, sendfile and the like are not seen; neither Qt's file classes nor SQLite (mmap_size=0) use them
 * for writing. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

typedef enum { Pass, Fail, Half, HalfThenDie } Verdict;

static atomic_int s_count;
static atomic_int s_fired;

static const char *setting(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "";
}

static int inFolder(const char *path)
{
    const char *folder = setting("FAULT_FOLDER");
    const size_t length = strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* The real system call, so that the shim's own log is neither counted nor intercepted by anybody. */
static void note(const char *line)
{
    const char *log = setting("FAULT_LOG");
    if (!*log)
        return;
    const int fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (fd < 0 || syscall(SYS_write, fd, line, strlen(line)) < 0)
        abort();
    syscall(SYS_close, fd);
}

static void die(void)
{
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;)
        pause();
}

static int isNamed(const char *call, const char *calls)
{
    if (!*calls)
        return strcmp(call, "create") != 0 && strcmp(call, "lock") != 0;
    const size_t length = strlen(call);
    for (const char *at = calls; (at = strstr(at, call)); at += length) {
        if ((at == calls || at[-1] == ',') && (at[length] == ',' || at[length] == '\0'))
            return 1;
    }
    return 0;
}

static int counts(const char *call)
{
    const char *kind = setting("FAULT_KIND");
    if ((!strcmp(kind, "torn") || !strcmp(kind, "short")) && strcmp(call, "write") != 0)
        return 0;
    return isNamed(call, setting("FAULT_CALLS"));
}

static int errorNumber(const char *kind)
{
    static const struct {
        const char *name;
        int number;
    } errors[] = {{"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EFBIG", EFBIG},
                  {"EIO", EIO},       {"EACCES", EACCES}, {"EROFS", EROFS},
                  {"ENOLCK", ENOLCK}};
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; ++i) {
        if (!strcmp(kind, errors[i].name))
            return errors[i].number;
    }
    return ENOSPC; /* what follows a sticky "short" */
}

/* The number of the error that the switch asks for, or 0. */
static int switched(const char *call)
{
    char content[128], *calls;
    const char *file = setting("FAULT_SWITCH");
    const int saved = errno;
    const int fd = *file ? (int)syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC) : -1;
    const ssize_t length = fd < 0 ? -1 : syscall(SYS_read, fd, content, sizeof content - 1);
    if (fd >= 0)
        syscall(SYS_close, fd);
    errno = saved;
    if (length <= 0)
        return 0;
    content[length] = '\0';
    calls = strchr(content, ' ');
    if (calls)
        *calls++ = '\0';
    return isNamed(call, calls ? calls : "") ? errorNumber(content) : 0;
}

static Verdict judge(const char *call, const char *path)
{
    if (!inFolder(path))
        return Pass;
    const int saved = errno;
    const int broken = switched(call);
    if (broken) {
        note("fired by the switch\n");
        errno = broken;
        return Fail;
    }
    if (!counts(call))
        return Pass;
    const int number = atomic_fetch_add(&s_count, 1) + 1;
    char line[PATH_MAX + 64];
    snprintf(line, sizeof line, "%d %s %s\n", number, call, path);
    note(line);
    errno = saved;

    const int at = atoi(setting("FAULT_AT"));
    const char *kind = setting("FAULT_KIND");
    if (atomic_load(&s_fired) && !strcmp(setting("FAULT_STICKY"), "1")) {
        errno = errorNumber(kind);
        return Fail;
    }
    if (at == 0 || number != at)
        return Pass;
    atomic_store(&s_fired, 1);
    snprintf(line, sizeof line, "fired %d\n", number);
    note(line);
    if (!strcmp(kind, "kill"))
        die();
    if (!strcmp(kind, "torn"))
        return HalfThenDie;
    if (!strcmp(kind, "short"))
        return Half;
    errno = errorNumber(kind);
    return Fail;
}

static Verdict judgeDescriptor(const char *call, int fd)
{
    char link[64];
    char path[PATH_MAX];
    const int saved = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    errno = saved;
    if (length < 0)
        return Pass;
    path[length] = '\0';
    return judge(call, path);
}

static Verdict judgePath(const char *call, const char *path)
{
    char absolute[PATH_MAX];
    if (path[0] == '/')
        return judge(call, path);
    if (!getcwd(absolute, sizeof absolute - 1))
        return Pass;
    strcat(absolute, "/");
    strncat(absolute, path, sizeof absolute - strlen(absolute) - 1);
    return judge(call, absolute);
}

/* How much of a write is let through. */
static size_t allowed(Verdict verdict, size_t size)
{
    return verdict == Pass ? size : size / 2;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define INTERCEPT_WRITE(name, parameters, arguments)                                                                   \
    ssize_t name parameters                                                                                            \
    {                                                                                                                  \
        const Verdict verdict = judgeDescriptor("write", fd);                                                          \
        if (verdict == Fail)                                                                                           \
            return -1;                                                                                                 \
        size = allowed(verdict, size);                                                                                 \
        const ssize_t written = REAL(name) arguments;                                                                  \
        if (verdict == HalfThenDie)                                                                                    \
            die();                                                                                                     \
        return written;                                                                                                \
    }

#define INTERCEPT(name, parameters, arguments, verdict)                                                                \
    int name parameters                                                                                                \
    {                                                                                                                  \
        return (verdict) == Pass ? REAL(name) arguments : -1;                                                          \
    }

INTERCEPT_WRITE(write, (int fd, const void *data, size_t size), (fd, data, size))
INTERCEPT_WRITE(pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
INTERCEPT_WRITE(pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))

/* Half of a vector is its first half of buffers: enough for a torn or short write. */
ssize_t writev(int fd, const struct iovec *vector, int count)
{
    const Verdict verdict = judgeDescriptor("write", fd);
    if (verdict == Fail)
        return -1;
    const ssize_t written = REAL(writev)(fd, vector, (int)allowed(verdict, (size_t)count));
    if (verdict == HalfThenDie)
        die();
    return written;
}

INTERCEPT(ftruncate, (int fd, off_t size), (fd, size), judgeDescriptor("truncate", fd))
INTERCEPT(ftruncate64, (int fd, off64_t size), (fd, size), judgeDescriptor("truncate", fd))
INTERCEPT(fsync, (int fd), (fd), judgeDescriptor("sync", fd))
INTERCEPT(fdatasync, (int fd), (fd), judgeDescriptor("sync", fd))
INTERCEPT(rename, (const char *from, const char *to), (from, to), judgePath("rename", to))
INTERCEPT(renameat, (int fromFd, const char *from, int toFd, const char *to), (fromFd, from, toFd, to),
          judgePath("rename", to))
INTERCEPT(renameat2, (int fromFd, const char *from, int toFd, const char *to, unsigned flags),
          (fromFd, from, toFd, to, flags), judgePath("rename", to))
INTERCEPT(link, (const char *from, const char *to), (from, to), judgePath("link", to))
INTERCEPT(linkat, (int fromFd, const char *from, int toFd, const char *to, int flags), (fromFd, from, toFd, to, flags),
          judgePath("link", to))
INTERCEPT(unlink, (const char *path), (path), judgePath("unlink", path))
INTERCEPT(unlinkat, (int fd, const char *path, int flags), (fd, path, flags), judgePath("unlink", path))

/* Both names of a call with an argument of unknown type. */
static int lockOrPass(int (*real)(int, int, ...), int fd, int command, void *argument)
{
    const int takes = (command == F_SETLK || command == F_SETLKW) && ((struct flock *)argument)->l_type != F_UNLCK;
    if (takes && judgeDescriptor("lock", fd) != Pass)
        return -1;
    return real(fd, command, argument);
}

static int openOrPass(int (*real)(const char *, int, ...), const char *path, int flags, int mode)
{
    if ((flags & O_CREAT) && judgePath("create", path) != Pass)
        return -1;
    return real(path, flags, mode);
}

#define INTERCEPT_FCNTL(name)                                                                                          \
    int name(int fd, int command, ...)                                                                                 \
    {                                                                                                                  \
        va_list list;                                                                                                  \
        va_start(list, command);                                                                                       \
        void *argument = va_arg(list, void *);                                                                         \
        va_end(list);                                                                                                  \
        return lockOrPass(REAL(name), fd, command, argument);                                                          \
    }

#define INTERCEPT_OPEN(name)                                                                                           \
    int name(const char *path, int flags, ...)                                                                         \
    {                                                                                                                  \
        va_list list;                                                                                                  \
        va_start(list, flags);                                                                                         \
        const int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, int) : 0;                                        \
        va_end(list);                                                                                                  \
        return openOrPass(REAL(name), path, flags, mode);                                                              \
    }

INTERCEPT_FCNTL(fcntl)
INTERCEPT_FCNTL(fcntl64)
INTERCEPT_OPEN(open)
INTERCEPT_OPEN(open64)
