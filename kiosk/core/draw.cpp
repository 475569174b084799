// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

#include "kiosk/core/update.h"

namespace kiosk {
namespace {

using content::ItemRef;
using content::Kind;
using content::Signal;

/// A lobby does not know who stands before it: what is only for adults is not drawn.
constexpr int kOldestMinimumAge = 14;

/// Whom a lobby offers a set of messages of their own.
constexpr std::array<const char*, 6> kSetAudiences = {"elder",   "student", "jobseeker",
                                                      "finance", "shop",    "pupil"};
/// Topics of other rooms that make a set of their own.
constexpr std::array<const char*, 3> kSetTopics = {"safety.water", "safety.traffic",
                                                   "safety.height"};
constexpr std::size_t kFewestOfSet = 4;  // questions that make a round of their own

struct Candidate {
  ItemRef ref;
  const content::Envelope* envelope;
  bool seen;
  bool taken = false;
};

class Draw {
 public:
  Draw(const content::Catalog& catalog, const RoundPool& pool, const std::vector<std::string>& seen,
       content::Date today, std::mt19937& random) {
    const std::set<std::string_view> known(seen.begin(), seen.end());
    const auto refs = catalog.Select(
        [&](const content::Envelope& envelope) { return IsInPool(envelope, pool, today); });
    for (const ItemRef ref : refs) {
      const content::Envelope& envelope = catalog.EnvelopeOf(ref);
      candidates_.push_back({ref, &envelope, known.contains(envelope.id)});
    }
    std::shuffle(candidates_.begin(), candidates_.end(), random);
  }

  std::size_t Count(Signal signal) const {
    return static_cast<std::size_t>(
        std::count_if(candidates_.begin(), candidates_.end(),
                      [&](const Candidate& c) { return c.envelope->signal == signal; }));
  }

  /// Different topics of the items that are new.
  std::size_t CountTopics(Signal signal) const {
    std::set<std::string_view> topics;
    for (const Candidate& candidate : candidates_) {
      if (candidate.envelope->signal == signal && !candidate.seen) {
        topics.insert(candidate.envelope->topic);
      }
    }
    return topics.size();
  }

  /// A spot first, so that the others arrange themselves around it; but not one the visitor has
  /// seen while there are new items.
  void TakeSpot(std::size_t& scams, std::size_t& genuine) {
    const bool news = std::any_of(candidates_.begin(), candidates_.end(),
                                  [](const Candidate& c) { return !c.seen; });
    for (Candidate& candidate : candidates_) {
      if (candidate.envelope->kind != Kind::kSpot || (candidate.seen && news)) continue;
      std::size_t& wanted = candidate.envelope->signal == Signal::kScam ? scams : genuine;
      if (wanted == 0) continue;
      --wanted;
      Take(candidate);
      return;
    }
  }

  /// `signal` absent: whatever the item shows.
  void Take(std::optional<Signal> signal, std::size_t wanted) {
    for (; wanted > 0; --wanted) {
      Candidate* best = nullptr;
      for (Candidate& candidate : candidates_) {
        if (candidate.taken || (signal && candidate.envelope->signal != *signal)) continue;
        if (best == nullptr || Cost(candidate) < Cost(*best)) best = &candidate;
      }
      if (best == nullptr) return;
      Take(*best);
    }
  }

  /// Where two items share a topic, one gives way to another of its class whose topic is free.
  void SpreadTopics() {
    for (Candidate*& item : drawn_) {
      if (CountTopic(*item) < 2) continue;
      for (Candidate& other : candidates_) {
        if (!MayReplace(*item, other) || CountTopic(other) > 0) continue;
        item->taken = false;
        other.taken = true;
        item = &other;
        break;
      }
    }
  }

  std::vector<ItemRef> Finish(std::mt19937& random) {
    std::vector<ItemRef> refs;
    for (const Candidate* candidate : drawn_) refs.push_back(candidate->ref);
    std::shuffle(refs.begin(), refs.end(), random);
    return refs;
  }

 private:
  void Take(Candidate& candidate) {
    candidate.taken = true;
    drawn_.push_back(&candidate);
  }

  bool MayReplace(const Candidate& item, const Candidate& other) const {
    if (other.taken || other.envelope->signal != item.envelope->signal) return false;
    if (other.seen && !item.seen) return false;
    const auto spots = std::count_if(drawn_.begin(), drawn_.end(), [](const Candidate* drawn) {
      return drawn->envelope->kind == Kind::kSpot;
    });
    const bool only_spot = item.envelope->kind == Kind::kSpot && spots == 1;
    return !only_spot || other.envelope->kind == Kind::kSpot;
  }

  int CountTopic(const Candidate& candidate) const {
    return static_cast<int>(
        std::count_if(drawn_.begin(), drawn_.end(), [&](const Candidate* drawn) {
          return drawn->envelope->topic == candidate.envelope->topic;
        }));
  }

  /// New before seen, then another topic, then another channel.
  int Cost(const Candidate& candidate) const {
    const auto channel = std::count_if(drawn_.begin(), drawn_.end(), [&](const Candidate* drawn) {
      return drawn->envelope->channel == candidate.envelope->channel;
    });
    return (candidate.seen ? 100 : 0) + 10 * CountTopic(candidate) + static_cast<int>(channel);
  }

  std::vector<Candidate> candidates_;
  std::vector<Candidate*> drawn_;
};

}  // namespace

bool IsInPool(const content::Envelope& envelope, const RoundPool& pool, content::Date today) {
  if (envelope.kind != Kind::kQuiz && envelope.kind != Kind::kSpot) return false;
  if (envelope.min_age > kOldestMinimumAge || !content::IsShowable(envelope, today)) return false;
  const auto& audience = envelope.audience;
  if (!pool.audience.empty() &&
      std::find(audience.begin(), audience.end(), pool.audience) == audience.end()) {
    return false;
  }
  if (!pool.topic.empty() && envelope.topic != pool.topic &&
      !envelope.topic.starts_with(pool.topic + ".")) {
    return false;
  }
  // Messages to judge are one pool, whatever their topic.
  if (pool.room == Room::kRecognise) return envelope.signal != Signal::kNone;
  return RoomOf(envelope) == pool.room;
}

std::vector<RoundPool> RoundsOf(const content::Catalog& catalog, Room room, content::Date today) {
  const auto count = [&](const RoundPool& pool) {
    return catalog.Select([&](const auto& envelope) { return IsInPool(envelope, pool, today); })
        .size();
  };
  std::vector<RoundPool> rounds;
  if (room == Room::kRecognise) {
    for (const char* audience : kSetAudiences) {
      const RoundPool pool{room, audience, {}};
      if (count(pool) >= kRoundItems) rounds.push_back(pool);
    }
    return rounds;
  }
  const RoundPool all{room, {}, {}};
  if (count(all) < kFewestOfSet) return rounds;
  rounds.push_back(all);
  for (const char* topic : kSetTopics) {
    const RoundPool pool{room, {}, topic};
    if (count(pool) >= kFewestOfSet && count(pool) < count(all)) rounds.push_back(pool);
  }
  return rounds;
}

std::vector<ItemRef> DrawRound(const content::Catalog& catalog, const RoundPool& pool,
                               const std::vector<std::string>& seen, content::Date today,
                               std::mt19937& random) {
  Draw draw(catalog, pool, seen, today, random);
  if (pool.room != Room::kRecognise) {
    draw.Take(std::nullopt, kRoundItems);
    return draw.Finish(random);
  }
  // Half each; what one class lacks the other gives.
  const std::size_t scams_at_most = draw.Count(Signal::kScam);
  const std::size_t genuine_at_most = draw.Count(Signal::kGenuine);
  const std::size_t half = kRoundItems / 2;
  std::size_t scams = std::min(scams_at_most, kRoundItems - std::min(half, genuine_at_most));
  std::size_t genuine = std::min(genuine_at_most, kRoundItems - scams);
  draw.TakeSpot(scams, genuine);
  // The class with fewer topics first: the other has more room to give way.
  const bool scams_first = draw.CountTopics(Signal::kScam) < draw.CountTopics(Signal::kGenuine);
  if (scams_first) draw.Take(Signal::kScam, scams);
  draw.Take(Signal::kGenuine, genuine);
  if (!scams_first) draw.Take(Signal::kScam, scams);
  draw.SpreadTopics();
  return draw.Finish(random);
}

}  // namespace kiosk
