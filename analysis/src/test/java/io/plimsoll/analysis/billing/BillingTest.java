package io.plimsoll.analysis.billing;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of imports: each starts with an empty workspace.
abstract class BillingTest {
    @TempDir
    Path folder;
    BillingFixture fixture;

    @BeforeEach
    void open() {
        fixture = new BillingFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }
}
