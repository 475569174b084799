// SPDX-License-Identifier: MIT
#include "content/directory.h"

#include "content/item_parsers.h"

namespace content {

void ReadBody(Fields& fields, const Envelope&, Directory& directory) {
  fields.GetText("intro", directory.intro);
  std::set<std::string> groups;
  std::set<std::string> entries;
  fields.GetEach("groups", 1, limits::kListEntries, Need::kRequired, [&](Fields& inner) {
    DirectoryGroup group;
    inner.GetNewId("id", group.id, groups);
    inner.GetText("title", group.title, Need::kRequired, limits::kTitleLength);
    inner.GetEach("entries", 1, limits::kListEntries, Need::kRequired, [&](Fields& row) {
      DirectoryEntry entry;
      row.GetNewId("id", entry.id, entries);
      row.GetText("name", entry.name, Need::kRequired, limits::kTitleLength);
      row.GetText("note", entry.note);
      row.GetLine("phone", entry.phone, Need::kOptional);
      row.GetText("hours", entry.hours, Need::kOptional);
      row.GetText("place", entry.place, Need::kOptional);
      row.GetLine("qr", entry.qr, Need::kOptional);
      row.GetBool("confirm", entry.confirm, Need::kRequired);
      group.entries.push_back(std::move(entry));
    });
    directory.groups.push_back(std::move(group));
  });
}

}  // namespace content
