// SPDX-License-Identifier: MIT
#pragma once

// Internal: one reader a kind. A new kind adds its header, a .cpp with its ReadBody, a line here
// and its place in Body and kKindNames.

#include "content/item.h"
#include "content/reader.h"

namespace content {

void ReadEnvelope(Fields& fields, Envelope& envelope);
void ReadPicture(Fields& fields, std::optional<Picture>& picture);
void ReadSample(Fields& fields, bool with_body, std::optional<Sample>& sample);

void ReadBody(Fields& fields, const Envelope& envelope, Quiz& quiz);
void ReadBody(Fields& fields, const Envelope& envelope, Spot& spot);
void ReadBody(Fields& fields, const Envelope& envelope, Chat& chat);
void ReadBody(Fields& fields, const Envelope& envelope, Video& video);
void ReadBody(Fields& fields, const Envelope& envelope, Checklist& checklist);
void ReadBody(Fields& fields, const Envelope& envelope, Card& card);
void ReadBody(Fields& fields, const Envelope& envelope, Report& report);
void ReadBody(Fields& fields, const Envelope& envelope, Directory& directory);
void ReadBody(Fields& fields, const Envelope& envelope, Survey& survey);
void ReadBody(Fields& fields, const Envelope& envelope, Scenario& scenario);

/// Reads a whole item from a tree, gathering all problems. What it returns is only to be shown
/// when there are none.
[[nodiscard]] Item ReadItem(Json& tree, ReadContext& context);

// Parts of a scenario; see scenario.cpp, scenario_beats.cpp, scenario_check.cpp.
void ReadPoint(Fields& fields, const char* key, Point& out, Need need = Need::kRequired);
void ReadPlacements(Fields& fields, const char* key, std::vector<Placement>& out);
/// As GetNewId, and short enough to be part of a journal's item.
void ReadPartName(Fields& fields, std::string& out, std::set<std::string>& seen);
void ReadBeats(Fields& fields, Scenario& scenario);
/// What only the whole shows: names that lead nowhere, beats that nobody reaches, what cannot be
/// looked at or would be uncomfortable. `fields` is the item's.
void CheckScenario(const Fields& fields, const Scenario& scenario);

/// The choices of a question of a quiz or a film: ids differ, and the right number is right.
void ReadChoices(Fields& fields, bool multiple, bool with_says, std::vector<Choice>& choices);

}  // namespace content
