// SPDX-License-Identifier: MIT
// validate.js FILE.ndjson: every statement is one that a learning record store takes, by Learning
// Locker's own rules; and the same rules refuse each of them when something in it is broken, so
// that a validator that accepts everything would not pass for one.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const load = createRequire(path.join(process.cwd(), 'package.json'));
const validate = load('@learninglocker/xapi-validation').default;

const breaks = {
  'no actor': (s) => delete s.actor,
  'an actor with a name beside its account that is no text': (s) => { s.actor.name = 7; },
  'an actor with two identities': (s) => { s.actor.mbox = 'mailto:a@example.com'; },
  'a verb without an address': (s) => { s.verb.id = 'answered'; },
  'an object without an address': (s) => { delete s.object.id; },
  'an id that is no UUID': (s) => { s.id = '17'; },
  'a time without a day': (s) => { s.timestamp = '13:00'; },
  'a duration in words': (s) => { s.result = { duration: '4.2 seconds' }; },
  'a score of two hundred per cent': (s) => { s.result = { score: { scaled: 2 } }; },
  'success that is neither true nor false': (s) => { s.result = { success: 'yes' }; },
  'an extension without an address': (s) => { s.context.extensions = { 'no address': 1 }; },
  'a registration that is no UUID': (s) => { s.context.registration = 'visit 3'; },
  'a language that is none': (s) => { s.verb.display = { '??': 'answered' }; },
  'a key that xAPI does not know': (s) => { s.visitor = 'somebody'; },
};

const statements = fs.readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map(JSON.parse);
let wrong = 0;
const verbs = new Set();
const ids = new Set();
for (const statement of statements) {
  verbs.add(statement.verb.id);
  ids.add(statement.id);
  const problems = validate(statement);
  if (problems.length > 0) {
    wrong += 1;
    console.error('refused:', JSON.stringify(statement), JSON.stringify(problems));
  }
  for (const [name, spoil] of Object.entries(breaks)) {
    const broken = structuredClone(statement);
    spoil(broken);
    if (validate(broken).length === 0) {
      wrong += 1;
      console.error('accepted, though it has', name + ':', JSON.stringify(broken));
    }
  }
}
console.log(`${statements.length} statements, ${verbs.size} verbs, ` +
            `${statements.length * Object.keys(breaks).length} broken ones, ${wrong} wrong`);
const enough = statements.length >= 18 && ids.size === statements.length && verbs.size >= 8;
process.exit(wrong === 0 && enough ? 0 : 1);
