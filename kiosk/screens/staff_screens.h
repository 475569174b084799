// SPDX-License-Identifier: MIT
#pragma once

#include "kiosk/screens/screens.h"

/// The pages behind the PIN, one function each.
namespace kiosk {

[[nodiscard]] MaybeEvent DrawPin(const PinScreen& screen, const View& view, Ui& ui, Rect area);
/// The page of `staff`; the touch grid and the time for cleaning take the whole window.
[[nodiscard]] MaybeEvent DrawStaff(const StaffScreen& staff, const View& view, Ui& ui, Rect area);
[[nodiscard]] bool TakesWindow(const StaffScreen& staff);

[[nodiscard]] MaybeEvent DrawStaffMenu(const StaffScreen& staff, const View& view, Ui& ui,
                                       Rect area);
[[nodiscard]] MaybeEvent DrawStaffExit(const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawStaffPacks(const StaffScreen& staff, const StaffPacks& page,
                                        const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawStaffPack(const StaffScreen& staff, const FoundPack& pack,
                                       const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawStaffNumbers(const StaffScreen& staff, const StaffNumbers& page,
                                          const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawStaffDevice(const StaffScreen& staff, const StaffDevice& page,
                                         const View& view, Ui& ui, Rect area);
[[nodiscard]] MaybeEvent DrawStaffGrid(const StaffGrid& page, const View& view, Ui& ui);
[[nodiscard]] MaybeEvent DrawStaffCleaning(const View& view, Ui& ui);

}  // namespace kiosk
