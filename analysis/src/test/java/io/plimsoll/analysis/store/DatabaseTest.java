package io.plimsoll.analysis.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.unit.TablePage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.inMemory(folder, 500_000_000L));
        database.write(
                t -> t.execute("CREATE TABLE t(name VARCHAR, cost DECIMAL(38,18), written TIMESTAMP, day DATE)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTypeComesBackAsItWentIn() {
        Instant at = Instant.parse("2026-03-29T01:30:00Z");
        BigDecimal cost = new BigDecimal("-12345678901234567890.123456789012345678");
        database.write(t -> {
            t.execute("INSERT INTO t VALUES (?, ?, ?, ?)", "o'neill \"x\"", cost, at, LocalDate.of(2026, 3, 29));
            t.append("t", rows -> rows.row("appended", cost, at, LocalDate.of(2026, 3, 29)));
        });
        List<String> names = database.query(Sql.of("SELECT name, cost, written, day FROM t"), row -> {
            assertThat(row.decimal(2)).isEqualByComparingTo(cost);
            assertThat(row.time(3)).isEqualTo(at);
            assertThat(row.day(4)).isEqualTo(LocalDate.of(2026, 3, 29));
            return row.text(1);
        });
        assertThat(names).containsExactly("o'neill \"x\"", "appended");
    }

    @Test
    void aNumberOfTooManyDigitsIsRoundedOrRefusedAndNeverNothing() {
        database.write(t -> t.execute("INSERT INTO t(cost) VALUES (CAST(? AS DECIMAL(38,18)))",
                new BigDecimal("1." + "1".repeat(60))));
        assertThat(database.query(Sql.of("SELECT cost FROM t"), row -> row.decimal(1)))
                .containsExactly(new BigDecimal("1." + "1".repeat(18)));
        assertThatThrownBy(() -> database.write(t -> t.execute("INSERT INTO t(cost) VALUES (CAST(? AS DECIMAL(38,18)))",
                new BigDecimal("1" + "0".repeat(60))))).isInstanceOf(StoreException.class);
    }

    @Test
    void failedTransactionLeavesNothing() {
        assertThatThrownBy(() -> database.write(t -> {
            t.execute("INSERT INTO t(name) VALUES ('half')");
            t.execute("INSERT INTO absent VALUES (1)");
        })).isInstanceOf(StoreException.class);
        assertThat(database.query(Sql.of("SELECT name FROM t"), row -> row.text(1))).isEmpty();
    }

    @Test
    @Timeout(300)
    void runningQueryStopsWhenCancelled() {
        Cancellation cancellation = new Cancellation();
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(cancellation::request);
        assertThatThrownBy(() -> database.query(
                Sql.of("SELECT count(*) FROM range(100000000) a, range(1000000) b WHERE a.range % 7 = b.range % 11"),
                row -> row.whole(1), cancellation)).isInstanceOf(CancelledException.class);
    }

    @Test
    void pageHasNamesTypesAndOnlyItsRows() {
        TablePage page = database.page(Sql.of("SELECT range AS n FROM range(1000) WHERE range >= ? ORDER BY n", 100),
                10, 3);
        assertThat(page.columns()).containsExactly("n");
        assertThat(page.types()).containsExactly("BIGINT");
        assertThat(page.rows()).containsExactly(List.of(110L), List.of(111L), List.of(112L));
    }

    @Test
    void quotedIdentifierIsOneNameWhateverItHolds() {
        String name = "a\"; DROP TABLE t; --";
        database.write(t -> t.execute("CREATE TABLE u(" + Sql.quoted(name) + " INTEGER)"));
        assertThat(database.page(Sql.of("SELECT * FROM u"), 0, 1).columns()).containsExactly(name);
        assertThat(database.query(Sql.of("SELECT * FROM t"), row -> 1)).isEmpty();
    }

    @Test
    @Timeout(300)
    void afterAStatementThatFailsNobodyWaitsForALongTransaction() {
        try (Database file = Database.open(DatabaseConfig.locked(folder.resolve("b.duckdb"), folder.resolve("spill"),
                folder.resolve("staging"), 200_000_000))) {
            file.write(t -> {
                CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> {
                    assertThatThrownBy(() -> file.query(Sql.of("SELECT x FROM absent"), row -> row.whole(1)))
                            .isInstanceOf(StoreException.class);
                    return file.single(Sql.of("SELECT 7"), row -> row.whole(1));
                });
                assertThat(other.join()).isEqualTo(7);
            });
        }
    }

    /// An instance that a full disk has killed is another matter: see `DiskFullTest`.
    @Test
    void whatWasClosedStaysClosed() {
        Database file = Database.open(DatabaseConfig.locked(folder.resolve("a.duckdb"), folder.resolve("spill"),
                folder.resolve("staging"), 200_000_000));
        file.close();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> file.query(Sql.of("SELECT 1"), row -> row.whole(1)))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void aTextWithUnseenCharactersIsShownWithoutThemAndStaysTheSame() {
        String text = "'a\u001b[31m\u202e\r\nb\u009b' || x --";
        String shown = Sql.of("SELECT ?", text).shown();
        assertThat(shown)
                .isEqualTo("SELECT ('' || '''a' || chr(27) || '[31m' || chr(8238) || chr(13) || '\nb' || chr(155)"
                        + " || ''' || x --')");
        assertThat(database.query(Sql.of(shown), row -> row.text(1))).containsExactly(text);
    }

    @Test
    void shownStatementFillsMarksButNotQuestionMarksInQuotes() {
        Sql sql = Sql.of("SELECT \"a?\" FROM t WHERE tag = 'why?''?' AND name = ? AND n > ? AND x IS ?", "o'neill?", 3,
                null);
        assertThat(sql.shown()).isEqualTo(
                "SELECT \"a?\" FROM t WHERE tag = 'why?''?' AND name = 'o''neill?' AND n > 3 AND x IS null");
    }
}
