package io.plimsoll.app;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DesktopWindowTest {
    @Test
    void linuxNeedsADisplayAndOtherSystemsHaveOne() {
        assertThat(new DesktopWindow("Linux", Map.of()).available()).isFalse();
        assertThat(new DesktopWindow("Linux", Map.of("DISPLAY", "")).available()).isFalse();
        assertThat(new DesktopWindow("Linux", Map.of("DISPLAY", ":0")).available()).isTrue();
        assertThat(new DesktopWindow("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).available()).isTrue();
        assertThat(new DesktopWindow("Mac OS X", Map.of()).available()).isTrue();
        assertThat(new DesktopWindow("Windows 11", Map.of()).available()).isTrue();
    }

    @Test
    void theUserCanForbidAWindow() {
        assertThat(new DesktopWindow("Linux", Map.of("DISPLAY", ":0", "PLIMSOLL_HEADLESS", "1")).available()).isFalse();
        assertThat(new DesktopWindow("Windows 11", Map.of("PLIMSOLL_HEADLESS", "1")).available()).isFalse();
    }
}
