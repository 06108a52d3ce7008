package io.plimsoll.analysis.workspace;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserFoldersTest {
    @Test
    void settingsLieWhereEachSystemWantsThem() {
        Path home = Path.of("/home/ada");
        assertThat(UserFolders.settings("Linux", Map.of(), home)).isEqualTo(Path.of("/home/ada/.config/plimsoll"));
        assertThat(UserFolders.settings("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"), home))
                .isEqualTo(Path.of("/cfg/plimsoll"));
        assertThat(UserFolders.settings("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home))
                .isEqualTo(Path.of("/home/ada/.config/plimsoll"));
        assertThat(UserFolders.settings("Mac OS X", Map.of(), home))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Plimsoll"));
        assertThat(UserFolders.settings("Windows 11", Map.of("APPDATA", "/roaming"), home))
                .isEqualTo(Path.of("/roaming/Plimsoll"));
    }
}
