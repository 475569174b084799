// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

/// What the tests need to run real programs and to work in folders of their own.
namespace testing {

/// What a program left behind. `code` is its exit code, or minus the signal that ended it.
struct Finished {
  int code = -1;
  std::string out, err;
  bool timed_out = false;  ///< Killed because it took longer than it was given.
};

/// The read end is kept, the write end goes to the child.
class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    CloseReader();
    CloseWriter();
  }
  [[nodiscard]] int Reader() const { return ends_[0]; }
  [[nodiscard]] int Writer() const { return ends_[1]; }
  void CloseReader() { Close(ends_[0]); }
  void CloseWriter() { Close(ends_[1]); }

 private:
  static void Close(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

/// Appends what can be read now; closes the pipe's reader at its end.
inline void Drain(Pipe& pipe, std::string& into) {
  std::array<char, 65536> buffer;
  const ssize_t got = read(pipe.Reader(), buffer.data(), buffer.size());
  if (got > 0) {
    into.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || errno != EINTR) {
    pipe.CloseReader();
  }
}

/// How a program is run. `set` lines are "NAME=value"; they are added to the environment.
struct RunOptions {
  std::string input;  ///< Given on standard input, at most 60 kB.
  std::vector<std::string> set;
  std::chrono::milliseconds timeout{30000};
};

/// Starts `arguments[0]` (looked up in PATH) without a shell. Throws when it cannot be started.
inline pid_t Spawn(const std::vector<std::string>& arguments, const std::vector<std::string>& set,
                   int input, int output, int error) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO);
  std::vector<std::string> words = arguments;
  std::vector<std::string> variables = set;
  for (char** line = environ; *line != nullptr; ++line) {
    const std::string old = *line;
    const std::string name = old.substr(0, old.find('=') + 1);
    bool replaced = false;
    for (const std::string& ours : set) replaced = replaced || ours.rfind(name, 0) == 0;
    if (!replaced) variables.push_back(old);
  }
  std::vector<char*> argv, envp;
  for (std::string& word : words) argv.push_back(word.data());
  for (std::string& line : variables) envp.push_back(line.data());
  argv.push_back(nullptr);
  envp.push_back(nullptr);
  pid_t child = -1;
  const int failed = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), envp.data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + arguments[0]);
  return child;
}

/// Waits for the end of `child`: its exit code, or minus the signal that ended it.
inline int Wait(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::runtime_error("waitpid failed");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Runs a program to its end and gathers what it printed. A program that outlives the timeout is
/// killed. Throws std::runtime_error when it cannot be started.
inline Finished Run(const std::vector<std::string>& arguments, const RunOptions& options = {}) {
  Pipe in, out, err;
  if (options.input.size() > 60000) throw std::runtime_error("too much input for a pipe");
  if (write(in.Writer(), options.input.data(), options.input.size()) !=
      static_cast<ssize_t>(options.input.size())) {
    throw std::runtime_error("cannot fill the input pipe");
  }
  in.CloseWriter();
  const pid_t child = Spawn(arguments, options.set, in.Reader(), out.Writer(), err.Writer());
  out.CloseWriter();
  err.CloseWriter();
  Finished finished;
  const auto until = std::chrono::steady_clock::now() + options.timeout;
  while (out.Reader() >= 0 || err.Reader() >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - std::chrono::steady_clock::now());
    std::array<pollfd, 2> waits{pollfd{out.Reader(), POLLIN, 0}, pollfd{err.Reader(), POLLIN, 0}};
    if (left.count() <= 0 || poll(waits.data(), 2, static_cast<int>(left.count())) == 0) {
      finished.timed_out = true;
      kill(child, SIGKILL);
      break;
    }
    if (out.Reader() >= 0 && waits[0].revents != 0) Drain(out, finished.out);
    if (err.Reader() >= 0 && waits[1].revents != 0) Drain(err, finished.err);
  }
  finished.code = Wait(child);
  return finished;
}

/// A folder of the test's own that is gone when the test ends.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "maplebridge-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& Path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace testing
