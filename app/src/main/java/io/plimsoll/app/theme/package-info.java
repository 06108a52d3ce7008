/// How the window looks: AtlantaFX with our own design tokens, the bundled fonts, light and dark.
package io.plimsoll.app.theme;
