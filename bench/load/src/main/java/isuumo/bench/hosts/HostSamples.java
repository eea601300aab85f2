package isuumo.bench.hosts;

import isuumo.bench.data.BadData;
import isuumo.bench.data.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A host's samples, a second each, the earliest first. */
public record HostSamples(String host, List<HostSample> samples) {

    /**
     * Reads {@code samples.jsonl.gz}.
     *
     * @throws BadData where a line is no sample; the last may have been cut off, and is left out then
     */
    public static HostSamples read(String host, Path file) throws IOException {
        List<HostSample> samples = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                add(samples, line, next == null, file);
                line = next;
            }
        }
        return new HostSamples(host, samples);
    }

    private static void add(List<HostSample> samples, String line, boolean last, Path file) throws IOException {
        try {
            samples.add(Json.MAPPER.readValue(line, HostSample.class));
        } catch (IOException e) {
            if (!last) {
                throw new BadData(file + ": line " + (samples.size() + 1) + " is no sample: " + e.getMessage());
            }
        }
    }

    /** Those that ended within these seconds since 1970. */
    public HostSamples between(double from, double to) {
        return new HostSamples(host, samples.stream().filter(s -> s.at() > from && s.at() <= to + 1).toList());
    }
}
