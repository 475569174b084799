# Sourced by kiosk/run, vr/run and tests: a device's folders, filled from the sources of packs.
#   fill_device TOOL DEVICE KEY LABEL PACK...
# makes DEVICE/KEY.key, which the device trusts under the name LABEL, where there is none; builds and
# signs the packs whose folders are given, and installs them. Other packs and a journal stay.
fill_device() {
  local tool=$1 device=$2 key=$3 label=$4 source file
  shift 4
  mkdir -p "$device/keys"
  if [ ! -f "$device/$key.key" ]; then
    "$tool" keygen "$device/$key"
    mv "$device/$key.pub" "$device/keys/$label.pub"
  fi
  rm -rf "$device/packs"
  mkdir "$device/packs"
  for source in "$@"; do
    "$tool" build "$source" --out "$device/packs"
  done
  for file in "$device"/packs/*.pack; do
    "$tool" sign "$file" --key "$device/$key.key"
    "$tool" install "$file" --store "$device/store" --keys "$device/keys"
  done
}
