#!/usr/bin/env bash
# Makes Monado 25, an OpenXR runtime, ready for the tests, and prints the launcher to start programs
# with:
#   launcher=$(tests/xr/monado_prefix.sh) && "$launcher" monado-service
#
# Debian 13 has packages of it, and where they are installed they are used. Debian 12 has none and
# an older libc: there Debian 13's packages are unpacked into a folder of our own, and the launcher
# starts a program with that folder's own loader, libc and Mesa. Nothing of the machine's own
# package state is read or changed but which mirror it uses. The folder is kept between runs:
# $MAPLEBRIDGE_MONADO, else ${XDG_CACHE_HOME:-~/.cache}/maplebridge/monado. About 170 MB to fetch.
#
# The launcher sets XR_RUNTIME_JSON, MAPLEBRIDGE_XR_LAYERS (the folder of the validation layers'
# manifests) and MAPLEBRIDGE_XR_BIN (the folder of hello_xr and monado-ctl).
# Exit code 77: it cannot be had here, and why is told on standard error; 1 instead where
# MAPLEBRIDGE_NEED_MONADO is set, as in CI.
set -euo pipefail

suite=trixie
packages=(
  monado-service monado-cli libopenxr1-monado libopenxr-loader1 libopenxr-utils
  openxr-layer-corevalidation openxr-layer-apidump
  mesa-vulkan-drivers libgl1-mesa-dri libegl-mesa0 libegl1 libgl1 libglx-mesa0 libgles2
  libsdl2-2.0-0 libepoxy0 libopenal1 libfreetype6 libsqlite3-0 libsodium23 libssl3t64
  libstdc++6 libgcc-s1
)
folder=${MAPLEBRIDGE_MONADO:-${XDG_CACHE_HOME:-$HOME/.cache}/maplebridge/monado}
machine=$(uname -m)-linux-gnu

refuse() {  # in Chinese and English, as everywhere
  printf '%s\n' "无法准备 Monado：$1" "Monado cannot be made ready: $2" >&2
  [ -z "${MAPLEBRIDGE_NEED_MONADO:-}" ] || exit 1
  exit 77
}

write_launcher() {  # FILE PREFIX: an empty prefix means the machine's own packages
  local prefix=$2 lib=$2/usr/lib/$machine
  cat >"$1.new" <<LAUNCHER
#!/usr/bin/env bash
# Written by tests/xr/monado_prefix.sh: starts a program beside Monado.
export XR_RUNTIME_JSON=\${XR_RUNTIME_JSON-$prefix/usr/share/openxr/1/openxr_monado.json}
export MAPLEBRIDGE_XR_LAYERS=$prefix/usr/share/openxr/1/api_layers/explicit.d
export MAPLEBRIDGE_XR_BIN=$prefix/usr/bin
export VK_LOADER_LAYERS_DISABLE='~implicit~'
LAUNCHER
  if [ -n "$prefix" ]; then
    cat >>"$1.new" <<LAUNCHER
export VK_DRIVER_FILES=$prefix/usr/share/vulkan/icd.d/lvp_icd.json
export __EGL_VENDOR_LIBRARY_FILENAMES=$prefix/usr/share/glvnd/egl_vendor.d/50_mesa.json
export LIBGL_DRIVERS_PATH=$lib/dri GBM_BACKENDS_PATH=$lib/gbm
program=\$1; shift
case \$program in */*) ;; *) program=$prefix/usr/bin/\$program ;; esac
exec $lib/ld-linux-x86-64.so.2 \\
  --library-path $lib:$prefix/usr/lib:$lib/blas:$lib/lapack:$lib/pulseaudio "\$program" "\$@"
LAUNCHER
  else
    echo 'exec "$@"' >>"$1.new"
  fi
  chmod +x "$1.new"
  mv "$1.new" "$1"
}

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if command -v monado-service >/dev/null && [ -f /usr/share/openxr/1/openxr_monado.json ]; then
  write_launcher "$folder/run" ""
  echo "$folder/run"
  exit 0
fi

# Ready from an earlier run?
mark="2 $suite ${packages[*]}"  # the number: what is done with them
exec 9>"$folder/lock"
flock 9
if [ "$(cat "$folder/ready" 2>/dev/null)" = "$mark" ]; then
  echo "$folder/run"
  exit 0
fi

. /etc/os-release
[ "${ID:-}" = debian ] || refuse "本机不是 Debian" "this is not Debian"
[ "${VERSION_ID:-0}" -lt 13 ] || refuse \
  "请安装 monado-service libopenxr1-monado libopenxr-utils openxr-layer-corevalidation openxr-layer-apidump" \
  "install monado-service libopenxr1-monado libopenxr-utils openxr-layer-corevalidation openxr-layer-apidump"
[ "$machine" = x86_64-linux-gnu ] || refuse "只准备了 x86-64" "made for x86-64 only"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r $keyring ] || refuse "缺少 debian-archive-keyring" "debian-archive-keyring is not installed"
# The mirror that the machine's own packages come from.
mirror=$(apt-get indextargets --format '$(SITE) $(ORIGIN) $(CODENAME) $(COMPONENT)' \
  'Created-By: Packages' | awk -v codename="${VERSION_CODENAME:-}" \
  '$2 == "Debian" && $3 == codename && $4 == "main" { print $1; exit }')
# Where its lists have not been fetched: the first that it would fetch them from.
[ -n "$mirror" ] || mirror=$(apt-get --print-uris update 2>/dev/null | sed -n \
  "s:^'\(http[^']*/debian\)/*/dists/${VERSION_CODENAME:-none}/InRelease' .*:\1:p" | head -n 1)
[ -n "$mirror" ] || refuse "apt 没有 Debian 软件源（请先运行 apt-get update）" \
  "apt knows no Debian mirror (run apt-get update first)"
free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
[ "$free" -gt 1200000 ] || refuse "$folder 所在磁盘空间不足 1.2 GB" "less than 1.2 GB free at $folder"

echo "正在准备 Monado（约下载 170 MB）…… / Getting Monado ready (fetches about 170 MB) ..." >&2
rm -rf "$folder/apt" "$folder/prefix" "$folder/ready"
mkdir -p "$folder"/apt/{state/lists/partial,cache/archives/partial} "$folder/prefix"
: >"$folder/apt/status"
echo "deb [signed-by=$keyring] $mirror $suite main" >"$folder/apt/sources.list"
cat >"$folder/apt/apt.conf" <<CONFIG
Dir::State "$folder/apt/state";
Dir::State::lists "$folder/apt/state/lists";
Dir::State::status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
Dir::Etc::sourcelist "$folder/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
CONFIG
log=$folder/apt/log
export APT_CONFIG=$folder/apt/apt.conf
if ! { apt-get update && apt-get install -y --download-only "${packages[@]}"; } >"$log" 2>&1; then
  tail -n 5 "$log" >&2
  refuse "软件源取不到（日志：$log）" "the mirror did not give the packages (log: $log)"
fi
for package in "$folder"/apt/cache/archives/*.deb; do
  dpkg -x "$package" "$folder/prefix" || refuse "解包失败：$package" "$package cannot be unpacked"
done
# These name their libraries by absolute paths, at which another version may be installed.
sed -i "s:\"/usr/lib:\"$folder/prefix/usr/lib:" \
  "$folder"/prefix/usr/share/openxr/1/api_layers/explicit.d/*.json
rm -rf "$folder/apt/cache" "$folder/apt/state"
write_launcher "$folder/run" "$folder/prefix"
echo "$mark" >"$folder/ready"
echo "$folder/run"
