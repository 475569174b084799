// SPDX-License-Identifier: MIT
//
// The trainer with a headset, and a child that plays the river through it: what the child does goes
// to Monado's remote driver as head and controllers, and comes back through OpenXR. Leaves with 0
// when the run ended as such a child has to end it.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>

#include "tests/vr/child.h"
#include "vr/core/report.h"
#include "vr/core/step.h"
#include "vr/frame_costs.h"
#include "vr/headset_loop.h"
#include "vr/hidden_context.h"
#include "vr/trainer.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMostSeconds = 600;  // of the machine's clock
constexpr const char* kGoneIn = "in-order.place";

/// Head and hands of Monado's remote driver; the layout is told in monado.py.
class Remote {
 public:
  explicit Remote(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    good_ = connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    const int yes = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  }
  ~Remote() { close(socket_); }
  Remote(const Remote&) = delete;
  Remote& operator=(const Remote&) = delete;
  [[nodiscard]] bool IsGood() const { return good_; }

  void Send(const vr::TrainerInput& input) {
    std::array<unsigned char, 376> packet{};
    std::memcpy(packet.data(), "mndrmt3", 8);
    Put(packet.data() + 104, input.head);
    for (std::size_t hand = 0; hand < 2; ++hand) {
      unsigned char* at = packet.data() + 136 + hand * 120;
      Put(at, input.hands[hand].aim);
      at[104] = at[105] = input.hands[hand].tracked ? 1 : 0;
      at[112] = at[113] = input.hands[hand].select ? 1 : 0;
      const float trigger = input.hands[hand].select ? 1 : 0;
      std::memcpy(at + 72, &trigger, 4);
    }
    good_ = good_ && send(socket_, packet.data(), packet.size(), MSG_NOSIGNAL) ==
                         static_cast<ssize_t>(packet.size());
  }

 private:
  static void Put(unsigned char* at, const vr::Pose& pose) {
    const glm::quat& q = pose.orientation;
    const std::array<float, 7> all{
        q.x, q.y, q.z, q.w, pose.position.x, pose.position.y, pose.position.z};
    std::memcpy(at, all.data(), sizeof all);
  }
  int socket_;
  bool good_ = false;
};

struct Wanted {
  std::string way;  ///< "eyes", "hands" or "wrong".
  int intensity = 1;
  double speed = 1;
  std::string measure;  ///< File for what frames cost (frame_costs.h); empty: none.
};

/// The head is turned within five degrees of how it was sent.
bool IsThere(const vr::TrainerInput& sent, const vr::TrainerInput& seen) {
  return std::abs(glm::dot(sent.head.orientation, seen.head.orientation)) > 0.999F;
}

int Complain(const std::string& what) {
  std::fprintf(stderr, "FAILED: %s\n", what.c_str());
  return 1;
}

/// The texts that every child has to have read: the first caption of each step it came to.
std::set<std::string> FirstCaptions(const content::Scenario& scenario, const vr::Setup& setup) {
  const content::Audience audience{setup.intensity, vr::YoungestOf(setup.band)};
  std::set<std::string> texts;
  for (const content::Beat& beat : scenario.beats) {
    if (!content::IsPresent(beat, audience)) continue;
    for (const content::BeatStep& step : beat.steps) {
      if (!content::IsPresent(step, audience) || step.captions.empty()) continue;
      if (step.captions.front().at_seconds <= 0) texts.insert(step.captions.front().text.zh);
    }
  }
  return texts;
}

int CheckReport(const content::Scenario& scenario, const vr::Run& run, const Wanted& wanted,
                const std::set<std::string>& unread) {
  const vr::Report& report = run.report;
  std::fputs(vr::FormatReport(report).c_str(), stdout);
  if (!report.ended) return Complain("the last beat was not seen to its end");
  if (report.mode != vr::Mode::kHeadset) return Complain("not in the headset");
  if (report.intensity != wanted.intensity) return Complain("another intensity");
  int wrong = 0, throws = 0, choices = 0;
  bool caught = false;
  for (const vr::Deed& deed : report.deeds) {
    // A throw over slow frames may go beside; then it is thrown again.
    if (deed.right == false && !deed.miss_m) ++wrong;
    if (deed.miss_m) ++throws;
    caught = caught || (deed.miss_m && deed.right == true);
    if (!deed.choice.empty()) ++choices;
  }
  if (choices < 10) return Complain("too few choices");
  if (throws < 1) return Complain("nothing was thrown");
  if (!caught) return Complain("what was thrown was never caught");
  if (wanted.way != "wrong" && wrong > 0) return Complain("a wrong choice that nobody made");
  if (wanted.way == "wrong") {
    // Every wrong choice that this child could make was made, shown and taken back.
    const content::Audience audience{wanted.intensity, vr::YoungestOf(run.setup.band)};
    for (const content::Beat& beat : scenario.beats) {
      for (const content::BeatStep& step : beat.steps) {
        if (!content::IsPresent(beat, audience) || !content::IsPresent(step, audience)) continue;
        for (const content::ScenarioChoice& choice : step.choices) {
          const auto made = [&](const vr::Deed& deed) {
            return deed.beat == beat.id && deed.step == step.id && deed.choice == choice.id;
          };
          if (choice.right == false && std::ranges::none_of(report.deeds, made)) {
            return Complain("never chosen: " + beat.id + "." + step.id + "." + choice.id);
          }
        }
      }
    }
  }
  for (const vr::CalmCause cause : report.calms) {
    if (wanted.way != "wrong" || cause != vr::CalmCause::kChoice) {
      return Complain("calm sky that nobody asked for: " + std::to_string(static_cast<int>(cause)));
    }
  }
  if (!unread.empty()) return Complain("never shown: " + *unread.begin());
  return 0;
}

int Play(const std::filesystem::path& device, int port, const Wanted& wanted) {
  content::Problems problems;
  auto library = vr::LoadLibrary({device / "store", device / "keys", {}}, problems);
  std::erase_if(library, [](const vr::Shelf& shelf) { return !shelf.item.ends_with("river"); });
  if (library.size() != 1) return Complain("no river installed");
  const content::Scenario& scenario = *library.front().scenario;
  vr::PreferRuntimesGraphics();
  auto context = vr::HiddenContext::Open();
  if (!context) return Complain(context.error().where);
  (*context)->MakeCurrent();
  const std::filesystem::path out = device / ("xr-" + wanted.way);
  std::filesystem::remove_all(out);
  std::filesystem::create_directories(out);
  vr::TrainerOptions options;
  options.assets = ASSETS;
  options.journal = out / "journal.sqlite3";
  options.record = out / "recording";
  options.report = out / "report.txt";
  options.speed = wanted.speed;
  vr::Setup setup{vr::Mode::kHeadset, vr::AgeBand::kThirteenUp, wanted.intensity, 3};
  Remote remote(port);
  if (!remote.IsGood()) return Complain("no remote driver");
  vr::Trainer trainer(std::move(library), options);
  vr::GuideLink link;
  auto loop = vr::HeadsetLoop::Make(trainer, link, {ASSETS, 0});
  if (!loop) return Complain(loop.error().message.en);
  vr::GuideRequest start;
  start.kind = vr::GuideRequest::Kind::kStart;
  start.setup = setup;
  link.Ask({start});

  testing::Habits habits;
  habits.by_hand = wanted.way == "hands";
  habits.errs = wanted.way == "wrong";
  testing::Child child(habits), silent({});
  int without = 0, back = 0;  // frames without controllers, and with them again
  std::set<std::string> unread = FirstCaptions(scenario, setup);
  const auto begun = Clock::now();
  std::string place;
  std::optional<vr::TrainerInput> sent;
  vr::FrameCosts costs;
  while (true) {
    (*loop)->Turn();
    costs.Take(**loop);
    const vr::Run* run = trainer.Current();
    if (std::chrono::duration<double>(Clock::now() - begun).count() > kMostSeconds) {
      return Complain("it takes too long; at " + place);
    }
    if (!run || !run->begun) continue;
    const content::BeatStep& step = vr::StepOf(scenario, *run);
    const std::string here = scenario.beats[run->beat].id + "." + step.id;
    if (here != place) {
      place = here;
      std::printf("%6.1f s  %s\n", std::chrono::duration<double>(Clock::now() - begun).count(),
                  place.c_str());
      std::fflush(stdout);
    }
    for (const vr::Panel& panel : trainer.Picture().panels) unread.erase(panel.text.zh);
    if (run->phase == vr::Phase::kEnded) break;
    // A throw is a movement in real time; and no microphone hears this child call.
    const bool swings = step.ends == content::EndsBy::kThrow && habits.by_hand && !run->thrown;
    // What is looked at comes back through the runtime a frame or two later. A hurried story waits
    // for it, or eyes still resting where the last step had them would choose in this one.
    const bool arrived = !sent || IsThere(*sent, run->input);
    trainer.SetSpeed(swings || wanted.speed <= 1 ? 1 : arrived ? wanted.speed : 0.1);
    // In one step the controllers are gone: then eyes do it.
    const bool gone = habits.by_hand && here == kGoneIn;
    const bool by_eyes = gone || step.ends == content::EndsBy::kShout;
    vr::TrainerInput act =
        (by_eyes ? silent : child).Act(scenario, *run, trainer.Picture(), run->last_us);
    if (!habits.by_hand || gone) act.hands = {};
    if (habits.by_hand) {
      const bool seen = run->input.hands[0].tracked && run->input.hands[1].tracked;
      if (gone && !seen && !run->waiting) ++without;
      if (without > 0 && !gone && seen) ++back;
    }
    remote.Send(act);
    sent = act;
  }
  const vr::Run run = *trainer.Current();
  const vr::xr::FrameCounts counts = (*loop)->Status().counts;
  std::printf("frames %lld, with a picture %lld, late %lld; sessions %d\n",
              static_cast<long long>(counts.frames), static_cast<long long>(counts.drawn),
              static_cast<long long>(counts.skipped), (*loop)->Status().sessions);
  if (habits.by_hand && (without < 2 || back < 2)) {
    return Complain("controllers that vanish were not seen to be gone and to be back");
  }
  if ((*loop)->Status().sessions != 1) return Complain("the session did not last");
  if (!wanted.measure.empty()) costs.Write(wanted.measure, (*loop)->Status(), 0);
  loop->reset();
  (*context)->Release();
  return CheckReport(scenario, run, wanted, unread);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6 && argc != 7) {
    std::fprintf(stderr, "river_play DEVICE PORT eyes|hands|wrong INTENSITY SPEED [MEASURE]\n");
    return 2;
  }
  return Play(
      argv[1], std::atoi(argv[2]),
      {argv[3], std::atoi(argv[4]), std::strtod(argv[5], nullptr), argc == 7 ? argv[6] : ""});
}
