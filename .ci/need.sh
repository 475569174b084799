# Sourced by kiosk/run, vr/run and tests/run: makes sure that Debian packages are there.
#   need PACKAGE...   installs what is missing, after saying what; as root, or through sudo.

need() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "需要安装以下软件包 / These Debian packages are needed:"
  printf '  %s\n' "${missing[@]}"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "请让管理员安装 / Please ask an administrator to run:" >&2
      echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
    if [ -t 0 ]; then
      local answer
      read -r -p "现在用 sudo 安装吗？/ Install them with sudo now? [Y/n] " answer
      case "$answer" in [nN]*) return 1 ;; esac
    fi
  fi
  "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# What building the kiosk and the pack tool takes, and what they need to run.
kiosk_packages=(
  g++ cmake ninja-build pkg-config
  libsdl2-dev libimgui-dev libstb-dev libepoxy-dev libgl-dev libegl-dev libfreetype-dev libicu-dev
  libmpv-dev libmpv2 libzip-dev zlib1g-dev libsodium-dev libssl-dev libsqlite3-dev nlohmann-json3-dev
  libyaml-cpp-dev libtomlplusplus-dev libqrcodegencpp-dev libcli11-dev libexpected-dev
  librsvg2-bin fonts-noto-cjk libgl1-mesa-dri libegl1
)

# What building the trainer takes besides.
vr_packages=(libglm-dev libopenxr-dev libx11-dev libopenal-dev libsndfile1-dev)

# An OpenXR runtime and what looks over its shoulder, where Debian has them (13 and later).
monado_packages=(monado-service monado-cli libopenxr1-monado libopenxr-utils
  openxr-layer-corevalidation openxr-layer-apidump mesa-vulkan-drivers)
