package io.rialto.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rialto.bench.BenchMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class WorkloadTest {
    private static final String SAMPLE_HASH = "64dd43093bc2191b3215a4bad1dc4d054deaf5657b5a4f1cee8dbe3da03eb84e";

    @TempDir
    private Path directory;

    @Test
    void theSampleGivesItsReportsToTheByte() throws IOException, URISyntaxException {
        ReportLog log = new ReportLog();
        Workload workload = Workload.read(resource("sample_20k.bin.gz"));
        WorkloadBook book = new WorkloadBook(workload, log);
        book.play(workload);
        book.book().check();
        ByteArrayOutputStream text = new ByteArrayOutputStream();

        assertThat(new ReportText(log).write(text)).isEqualTo(SAMPLE_HASH);
        assertThat(text.toByteArray()).isEqualTo(unpacked("sample_20k.reports.gz"));
    }

    @Test
    void theCommandPrintsSpeedAllocationAndHash() throws URISyntaxException {
        StringWriter out = new StringWriter();
        Path reports = directory.resolve("reports");
        int exit = new CommandLine(new WorkloadCommand())
                .setOut(new PrintWriter(out))
                .execute("--file", resource("sample_20k.bin.gz").toString(), "--reports", reports.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("messages 20000  median ", "reports 22472", "sha256 " + SAMPLE_HASH);
        assertThat(reports).hasSize(unpacked("sample_20k.reports.gz").length);
    }

    @Test
    void aMissingFileIsAMistakeOfUse() {
        CommandLine line = new CommandLine(BenchMain.class).setErr(new PrintWriter(new StringWriter()));
        assertThat(line.execute("play", "workload", "--file", "nowhere")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void hostileFlowsAreReportedAsTheObviousBookWould(WorkloadShape shape) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            Workload workload = new WorkloadMaker(shape, seed, 200_000).make();
            String expected = new NaiveWorkloadBook().play(workload);

            ReportLog log = new ReportLog();
            WorkloadBook book = new WorkloadBook(workload, log);
            for (int run = 0; run < 2; run++) {
                book.clear();
                book.play(workload);
                book.book().check();
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                new ReportText(log).write(text);
                assertThat(text.toString(StandardCharsets.US_ASCII))
                        .as("%s seed %d run %d", shape, seed, run)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aWorkloadSurvivesItsFile() throws IOException {
        Workload workload = new WorkloadMaker(WorkloadShape.QUIET, 5, 10_000).make();
        Path file = directory.resolve("made.bin");
        workload.write(file);

        assertThat(new NaiveWorkloadBook().play(Workload.read(file))).isEqualTo(new NaiveWorkloadBook().play(workload));
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() throws IOException {
        Path file = directory.resolve("short.bin");
        new WorkloadMaker(WorkloadShape.QUIET, 5, 10).make().write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Workload.read(file))
                .withMessageContaining("as many records as its header says");
    }

    @Test
    void hugeIdsAreJustIds() throws IOException {
        long huge = 0xFEDC_BA98_7654_3210L;
        Workload workload = new Workload(4);
        workload.set(0, Workload.NEW, true, false, 5, huge, 100);
        workload.set(1, Workload.NEW, false, false, 3, Long.MAX_VALUE, 100);
        workload.set(2, Workload.CANCEL, false, false, 0, huge, 0);
        workload.set(3, Workload.CANCEL, false, false, 0, huge, 0);
        ReportLog log = new ReportLog();
        new WorkloadBook(workload, log).play(workload);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new ReportText(log).write(text);

        assertThat(text.toString(StandardCharsets.US_ASCII)).isEqualTo(new NaiveWorkloadBook().play(workload));
    }

    @Test
    void anIdOfARestingOrderCannotBeGivenAgain() {
        Workload workload = new Workload(2);
        workload.set(0, Workload.NEW, true, false, 5, 7, 100);
        workload.set(1, Workload.NEW, true, false, 5, 7, 100);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkloadBook(workload, new ReportLog()).play(workload))
                .withMessageContaining("sequence=2 orderId=7");
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(WorkloadTest.class.getResource("/" + name))
                .toURI());
    }

    private static byte[] unpacked(String name) throws URISyntaxException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(resource(name)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
