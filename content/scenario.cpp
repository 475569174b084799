// SPDX-License-Identifier: MIT
#include "content/scenario.h"

#include "content/item_parsers.h"

namespace content {
namespace {

/// The trainer's schema is not known here, so an unquoted scalar is what YAML's core schema says.
void RetypeAll(Json& value, const std::string& pointer, ReadContext& context) {
  if (value.is_object()) {
    for (auto& [key, inner] : value.items()) RetypeAll(inner, JoinPointer(pointer, key), context);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      RetypeAll(value[i], JoinPointer(pointer, std::to_string(i)), context);
    }
  } else {
    Retype(value, pointer, context);
  }
}

}  // namespace

void ReadBody(Fields& fields, const Envelope&, Scenario& scenario) {
  Json* value = fields.FindMap("scenario", limits::kListEntries, Need::kRequired);
  if (value == nullptr) return;
  RetypeAll(*value, fields.PointerTo("scenario"), fields.Context());
  scenario.json = DumpCanonicalJson(*value);
}

}  // namespace content
