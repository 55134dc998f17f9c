#!/usr/bin/env bash
# From dist/Vormwijzer.app to dist/Vormwijzer-VERSION-MACHINE.dmg: sign, notarize and staple the program, pack it, then
# sign, notarize and staple the disk image, and verify both. Run on macOS, after build.py.
#
#   VORMWIJZER_CODESIGN_IDENTITY  "Developer ID Application: ..."; without it the signature is ad hoc
#   VORMWIJZER_NOTARY_PROFILE     a profile that "xcrun notarytool store-credentials" put in the keychain; or
#   VORMWIJZER_NOTARY_APPLE_ID, VORMWIJZER_NOTARY_TEAM and VORMWIJZER_NOTARY_PASSWORD; without either: no notarization
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app="$root/dist/Vormwijzer.app"
identity=${VORMWIJZER_CODESIGN_IDENTITY:--}

main() {
    [ "$(uname -s)" = Darwin ] || fail "This runs on macOS only."
    [ -d "$app" ] || fail "dist/Vormwijzer.app is not there: run packaging/build.py first."
    local version dmg
    version=$(/usr/libexec/PlistBuddy -c "Print :CFBundleShortVersionString" "$app/Contents/Info.plist")
    dmg="$root/dist/Vormwijzer-$version-$(uname -m).dmg"
    find_credentials
    sign_app
    notarize_app
    pack "$dmg"
    notarize_dmg "$dmg"
    verify "$dmg"
    (cd "$root/dist" && shasum -a 256 "$(basename "$dmg")" components.cdx.json | tee SHA256SUMS)
}

fail() {
    echo "$1" >&2
    exit 1
}

is_ad_hoc() { [ "$identity" = "-" ]; }

sign() {
    # A time stamp comes from Apple over the network; an ad hoc signature has none.
    if is_ad_hoc; then
        codesign --force --timestamp=none --sign - "$@"
    else
        codesign --force --timestamp --sign "$identity" "$@"
    fi
}

sign_app() {
    # Extended attributes and Finder's leavings break a signature.
    xattr -cr "$app"
    # From the inside out, as Apple asks: --deep is not for signing. Python's own library has no suffix, so ask "file".
    find "$app/Contents" -type f -not -path "$app/Contents/MacOS/*" -print0 |
        while IFS= read -r -d '' part; do
            if file -b "$part" | grep 'Mach-O' >/dev/null; then sign --options runtime "$part"; fi
        done
    find "$app/Contents" -depth -type d -name '*.framework' -print0 |
        while IFS= read -r -d '' framework; do sign --options runtime "$framework"; done
    find "$app/Contents/MacOS" -type f -perm +111 -print0 |
        while IFS= read -r -d '' program; do
            sign --options runtime --entitlements "$here/entitlements.plist" "$program"
        done
    sign --options runtime --entitlements "$here/entitlements.plist" "$app"
}

pack() {
    local stage
    stage=$(mktemp -d)
    ditto "$app" "$stage/Vormwijzer.app"
    ln -s /Applications "$stage/Applications"
    cp "$root/packaging/BEHEER.md" "$root/packaging/beleid.voorbeeld.toml" "$stage/"
    rm -f "$1"
    hdiutil create -volname Vormwijzer -srcfolder "$stage" -fs HFS+ -format UDZO -imagekey zlib-level=9 "$1"
    rm -rf "$stage"
    is_ad_hoc || sign "$1"
}

credentials=()

find_credentials() {
    if is_ad_hoc; then
        echo "No identity: signed ad hoc, not notarized. Gatekeeper will ask on other computers."
    elif [ -n "${VORMWIJZER_NOTARY_PROFILE:-}" ]; then
        credentials=(--keychain-profile "$VORMWIJZER_NOTARY_PROFILE")
    elif [ -n "${VORMWIJZER_NOTARY_PASSWORD:-}" ]; then
        credentials=(--apple-id "$VORMWIJZER_NOTARY_APPLE_ID" --team-id "$VORMWIJZER_NOTARY_TEAM"
            --password "$VORMWIJZER_NOTARY_PASSWORD")
    else
        echo "No credentials of the notary: signed, not notarized."
    fi
}

may_notarize() { [ "${#credentials[@]}" -gt 0 ]; }

notarize_app() {
    may_notarize || return 0
    # The program gets a ticket of its own: who takes it out of the disk image and has no network, can start it too.
    # The notary takes no folder; ditto keeps what belongs to a signature.
    local folder
    folder=$(mktemp -d)
    ditto -c -k --keepParent "$app" "$folder/Vormwijzer.zip"
    # --wait also ends well for a package that was refused: the stapler then finds no ticket and fails.
    xcrun notarytool submit "$folder/Vormwijzer.zip" "${credentials[@]}" --wait
    rm -rf "$folder"
    xcrun stapler staple "$app"
    xcrun stapler validate "$app"
    spctl --assess --type execute --verbose=2 "$app"
}

notarize_dmg() {
    may_notarize || return 0
    xcrun notarytool submit "$1" "${credentials[@]}" --wait
    xcrun stapler staple "$1"
    xcrun stapler validate "$1"
    spctl --assess --type open --context context:primary-signature --verbose=2 "$1"
}

verify() {
    codesign --verify --deep --strict --verbose=2 "$app"
    local shown
    shown=$(codesign --display --verbose=2 "$app" 2>&1)
    [[ $shown == *flags=*runtime* ]] || fail "The hardened runtime is off."
    hdiutil verify "$1"
    is_ad_hoc || codesign --verify --verbose=2 "$1"
    plutil -lint "$app/Contents/Info.plist"
}

main
