// SPDX-License-Identifier: MIT
// What staff ask for, done on the worker's thread; its answers come back through CollectWork.
#include <utility>

#include "kiosk/devices/pin.h"
#include "kiosk/kiosk.h"
#include "kiosk/staff_jobs.h"

namespace kiosk {

void Kiosk::CollectWork() {
  for (const Worker::Answer& answer : worker_->Collect()) answer();
  const auto* staff = std::get_if<StaffScreen>(&state_.screen);
  if (staff == nullptr || !staff->work || !staff->work->HoldsStaff()) return;
  if (const auto share = worker_->Share(); share && *share != staff->work->share) {
    Apply(WorkMoved{*share});
  }
}

/// Runs `work` on the worker and gives its value, or WorkFailed, to `then` on the loop.
template <typename Work, typename Then>
void Kiosk::Ask(Work work, Then then) {
  worker_->Start([this, work = std::move(work),
                  then = std::move(then)](const content::Progress& progress) -> Worker::Answer {
    // Shared: a std::function must be able to copy what it holds.
    auto outcome = std::make_shared<decltype(work(progress))>(work(progress));
    return [this, outcome, then] {
      if (*outcome) {
        then(std::move(**outcome));
      } else {
        Apply(WorkFailed{outcome->error()});
      }
    };
  });
}

void Kiosk::Perform(const DropTouch&) { drop_touch_ = true; }

void Kiosk::Perform(const CountTry& effect) {
  worker_->Start([this, file = PinLockFile(config_),
                  tries = effect.failures](const content::Progress&) -> Worker::Answer {
    const auto written = WriteWrongTries(file, tries);
    return
        [this, kept = written.has_value(), problem = written ? content::Error{} : written.error()] {
          if (!kept) Tell(problem);
          Apply(TryCounted{kept});
        };
  });
}

void Kiosk::Perform(const VerifyPin& effect) {
  worker_->Start([this, digits = effect.digits,
                  hash = config_.pin_hash](const content::Progress&) -> Worker::Answer {
    return [this, right = IsPin(digits, hash)] { Apply(PinVerified{right}); };
  });
}

void Kiosk::Perform(const LookForPacks&) {
  worker_->Start([this, config = config_](const content::Progress&) -> Worker::Answer {
    return [this, packs = LookAtDrives(config)] { Apply(PacksFound{packs}); };
  });
}

void Kiosk::TakeStoreChange(StoreChange& change) {
  for (content::Error& problem : content::DropDoubles(change.catalog)) Tell(std::move(problem));
  for (content::Error& problem : change.problems) Tell(std::move(problem));
  next_catalog_ = std::move(change.catalog);
}

void Kiosk::Perform(const InstallPack& effect) {
  Ask([config = config_, file = effect.file](
          const content::Progress& progress) { return InstallOn(config, file, progress); },
      [this](StoreChange change) {
        TakeStoreChange(change);
        Apply(PackInstalled{change.title, change.version});
      });
}

void Kiosk::Perform(const RollBackPack& effect) {
  Ask([config = config_,
       id = effect.id](const content::Progress&) { return RollBackOn(config, id); },
      [this](StoreChange change) {
        TakeStoreChange(change);
        Apply(PackRolledBack{change.title, change.version});
      });
}

void Kiosk::Perform(const ProvePack& effect) {
  Ask([config = config_, file = effect.file](
          const content::Progress& progress) { return ProveOn(config, file, progress); },
      [this](content::Pack pack) {
        proven_ = std::move(pack);
        Apply(PreviewProven{});
      });
}

void Kiosk::Perform(const CancelWork&) { worker_->Cancel(); }

void Kiosk::Perform(const ShowPreview&) {
  content::Catalog shown;
  if (proven_) shown.packs.push_back(std::move(*proven_));
  proven_.reset();
  own_catalog_ = std::exchange(catalog_, std::move(shown));
}

void Kiosk::Perform(const HidePreview&) {
  if (own_catalog_) catalog_ = std::move(*own_catalog_);
  own_catalog_.reset();
}

void Kiosk::Perform(const SwapPacks&) {
  if (next_catalog_) TakeCatalog(std::move(*next_catalog_));
  next_catalog_.reset();
  Apply(PacksSwapped{});
}

void Kiosk::Perform(const CountNumbers& effect) {
  WriteJournal();
  Ask([config = config_, period = effect.period, now = clock_.Read(),
       packs = catalog_](const content::Progress&) { return CountOn(config, period, now, packs); },
      [this](NumbersCounted counted) { Apply(counted); });
}

void Kiosk::Perform(const WriteExport& effect) {
  WriteJournal();
  Ask([config = config_, drive = effect.drive,
       packs = catalog_](const content::Progress&) { return ExportOn(config, drive, packs); },
      [this](Exported exported) { Apply(exported); });
}

void Kiosk::Perform(const InspectDevice&) {
  worker_->Start(
      [this, config = config_, problems = problems_](const content::Progress&) -> Worker::Answer {
        DeviceFacts facts = InspectOn(config);
        // Those of the packs were told at the start as well.
        facts.problems = problems;
        return [this, facts] { Apply(DeviceInspected{facts}); };
      });
}

void Kiosk::Perform(const LeaveProgram& effect) {
  quit_ = true;
  restart_ = effect.restart;
}

}  // namespace kiosk
