package io.plimsoll.app.screen.repository;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileNodeTest {
    @Test
    void aFolderHoldsWhatIsBelowItAndAFileOnlyItself() {
        assertThat(FileNode.within("", "a/b.yaml")).isTrue();
        assertThat(FileNode.within("a/", "a/b.yaml")).isTrue();
        assertThat(FileNode.within("a/", "ab.yaml")).isFalse();
        assertThat(FileNode.within("a", "a/b.yaml")).isFalse();
        assertThat(FileNode.within("a/b.yaml", "a/b.yaml")).isTrue();
    }

    @Test
    void theEndOfALongPathIsShown() {
        assertThat(RepositoryTables.tail("apps/team/prod/size.yaml:4")).isEqualTo("\u2026/prod/size.yaml:4");
        assertThat(RepositoryTables.tail("prod/size.yaml")).isEqualTo("prod/size.yaml");
        assertThat(RepositoryTables.tail("")).isEmpty();
        assertThat(RepositoryTables.tail("pipelines/an-application-of-a-long-name.yaml:14")).hasSize(27)
                .startsWith("\u2026").endsWith("name.yaml:14");
    }
}
