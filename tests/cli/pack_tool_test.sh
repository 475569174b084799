#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The pack tool from outside: pack_tool_test.sh PROGRAM
set -u
tool=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failures=0

fail() { echo "FAILED: $*"; sed 's/^/    /' out err 2>/dev/null; failures=$((failures + 1)); }
# expect CODE WHAT COMMAND...: the command ends with CODE.
expect() {
  local code=$1 what=$2; shift 2
  "$@" >out 2>err; local got=$?
  [ "$got" = "$code" ] || fail "$what: exit $got instead of $code"
}
says() { grep -qF -- "$2" "$1" || fail "$3: '$2' is not in $1"; }
same() { cmp -s "$1" "$2" || fail "$3"; }

expect 0 "new makes a pack that passes check" "$tool" new first --id demo
expect 0 "check of the new pack" "$tool" --lang en check first
says out "0 errors, 0 notes" "check counts"
expect 1 "new does not overwrite" "$tool" new first --id demo
says err "file.exists" "new says why"

expect 0 "build" "$tool" build first -o a.pack
expect 0 "build again" "$tool" build first -o b.pack
same a.pack b.pack "two builds give the same bytes"
mkdir -p "deep/other folder"; cp -r first "deep/other folder/copy"
find "deep/other folder" -type f -exec touch -d 2001-02-03 {} +
expect 0 "build elsewhere" env TZ=Pacific/Auckland LC_ALL=C.UTF-8 bash -c \
  "umask 077; cd 'deep/other folder/copy' && '$tool' build . -o '$work/c.pack'"
same a.pack c.pack "a copy in another folder, umask and time zone gives the same bytes"
expect 0 "build into a folder names the file" "$tool" build first -o deep
[ -f deep/demo-1.0.0.pack ] || fail "build names the file <id>-<version>.pack"

expect 0 "keygen" "$tool" keygen station
[ "$(stat -c %a station.key)" = 600 ] || fail "a secret key is readable by others"
expect 1 "keygen does not overwrite" "$tool" keygen station
expect 0 "sign" "$tool" sign a.pack --key station.key -o signed.pack
expect 0 "verify with the key" "$tool" --lang en verify signed.pack --keys station.pub
says out "signed by station" "verify names the signer"
mkdir keys && cp station.pub keys/
expect 0 "verify with a folder of keys" "$tool" verify signed.pack --keys keys
expect 1 "verify without key" "$tool" verify signed.pack
expect 1 "verify of an unsigned pack" "$tool" verify a.pack --keys keys
"$tool" keygen stranger >/dev/null
expect 1 "verify with another key" "$tool" verify signed.pack --keys stranger.pub
says err "signature.unknown-key" "verify tells of the unknown key"
size=$(stat -c %s signed.pack)
for at in 60 $((size / 2)) $((size - 300)); do
  cp signed.pack bent.pack
  byte=$(dd if=bent.pack bs=1 skip="$at" count=1 2>/dev/null | od -An -tu1)
  printf "\\x$(printf %02x $(((byte + 1) % 256)))" |
    dd of=bent.pack bs=1 seek="$at" conv=notrunc 2>/dev/null
  expect 1 "verify of a pack with byte $at changed" "$tool" verify bent.pack --keys keys
done

expect 0 "show" "$tool" --lang en show signed.pack --keys keys
says out "quiz.refund-call" "show lists the items"
says out "signed by station" "show names the signer"
expect 1 "show of an unsigned pack needs to be asked for" "$tool" show a.pack
expect 0 "show --unsigned" "$tool" show a.pack --unsigned

if command -v minisign >/dev/null; then
  unzip -p signed.pack manifest.json >manifest.json
  unzip -p signed.pack manifest.json.minisig >manifest.json.minisig
  expect 0 "the stock minisign accepts our signature" minisign -V -p station.pub -m manifest.json
fi

sed -i 's/^difficulty: 1/dificulty: 1/' first/items/refund-call.yaml
expect 1 "check of a mistake" "$tool" --lang en check first
says err "items/refund-call.yaml:7:1: there is no key \"dificulty\" here (key.unknown)" "place"
says err "did you mean \"difficulty\"?" "mend"
expect 1 "check in Chinese by default" env -u LC_ALL -u LC_MESSAGES -u LANG "$tool" check first
says err "是不是想写“difficulty”？" "Chinese comes first"
expect 1 "check in the language of the shell" env -u LC_ALL LC_MESSAGES=en_GB.UTF-8 "$tool" check first
says err "did you mean" "the shell's language"
expect 1 "build of a mistake" "$tool" build first -o d.pack
[ -e d.pack ] && fail "build wrote a pack from a source with a mistake"

expect 2 "no subcommand" "$tool"
expect 2 "an unknown option" "$tool" check --nonsense first
expect 2 "a folder that is no pack" "$tool" check deep
expect 2 "a font that is not there" "$tool" check --font /nonexistent first
expect 1 "a file that is no pack" "$tool" verify station.pub --keys keys
expect 0 "help" "$tool" --help
expect 0 "version" "$tool" --version

expect 0 "install" "$tool" install signed.pack --store store --keys keys
expect 0 "list" "$tool" list --store store
says out "demo  1.0.0*" "list marks the active version"
sed -i 's/^dificulty: 1/difficulty: 1/' first/items/refund-call.yaml
sed -i 's/^version: 1.0.0/version: 1.1.0/' first/pack.yaml
"$tool" build first -o e.pack >/dev/null && "$tool" sign e.pack -k station.key >/dev/null
expect 0 "install of a newer version" "$tool" install e.pack --store store --keys keys
expect 1 "install of an older version" "$tool" install signed.pack --store store --keys keys
says err "store.older-version" "install says why"
expect 0 "rollback" "$tool" rollback demo --store store
expect 0 "list after rollback" "$tool" list --store store
says out "1.0.0*" "rollback made the old version active"
expect 1 "install of an unsigned pack" "$tool" install a.pack --store store --keys keys

[ "$failures" = 0 ] && echo "all passed" || { echo "$failures failed"; exit 1; }
