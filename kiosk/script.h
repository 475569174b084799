// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/result.h"
#include "kiosk/kiosk.h"

namespace kiosk {

/// One line of a script: a verb and its words; "quoted words" may hold blanks.
struct ScriptStep {
  std::vector<std::string> words;
  int line = 0;
};

/// Reads a script. '#' begins a comment. Verbs, with what stands for a place being an element's id
/// or a point "X% Y%" of the window:
///
///   tap ID | tap X% Y%        a finger down and up, through the event queue
///   finger N down|move|up ID  one finger by hand; N tells fingers apart
///   hold X% Y% 3s             a finger that rests there and is lifted
///   type DIGITS               taps the keys of the PIN pad, one after another
///   pace 0.2s                 what staff wait for takes that much longer at each step; 0s: not
///   swipe ID DY               drags from the middle of ID by DY hundredths of the height
///   answer right|wrong        answers the question on the screen
///   open KIND [N]             opens the N-th item of a kind, as from its shelf
///   wait 2s                   moves the virtual clock
///   until text|screen|id WORD 20s   plays on in real time (films) until it is so
///   expect text|no-text|screen|id|no-id|film WORD
///   expect still 30s          nothing is drawn while the clock moves on
///   expect fits screen        the audit of the semantic tree finds nothing (see ui/audit.h)
///   expect clean visit        nothing of a visitor is left in the state
///   shot NAME                 a picture of the screen into the folder of shots
///   say WORDS                 prints a line
///
/// Errors: script.syntax, with the line.
[[nodiscard]] content::Result<std::vector<ScriptStep>> ParseScript(std::string_view text);

/// Plays `steps` against the running program. The error of the first step that fails names its line
/// and shows what was on the screen.
[[nodiscard]] content::Result<void> PlayScript(Kiosk& kiosk, const std::vector<ScriptStep>& steps,
                                               const std::filesystem::path& shots);

/// The script of the tour: every screen that the installed packs can fill, a picture of each.
[[nodiscard]] std::string TourScript(const content::Catalog& catalog);

}  // namespace kiosk
