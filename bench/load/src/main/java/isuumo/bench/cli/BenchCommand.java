package isuumo.bench.cli;

import isuumo.bench.data.BadData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Exit code 0: passed or done; 1: failed; 2: wrong usage. */
@Command(name = "bench", description = "ISUUMO's benchmark. Without a command's name, options are those of 'run'.", mixinStandardHelpOptions = true, subcommands = {
        RunCommand.class, ExpectCommand.class, RecordCommand.class, CompareCommand.class, SelfCostCommand.class,
        HistoryCommand.class, OverloadCommand.class, RunsCommand.class, PageCommand.class,
        TellCommand.class, HelpCommand.class})
public final class BenchCommand {
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    public static int execute(String... args) {
        return new CommandLine(new BenchCommand()).setParameterExceptionHandler((e, _) -> {
            e.getCommandLine().getErr().println(e.getMessage() + " (see --help)");
            return CommandLine.ExitCode.USAGE;
        }).setExecutionExceptionHandler((e, command, _) -> {
            switch (e) {
                case BadData bad -> command.getErr().println(bad.getMessage());
                case IOException io -> command.getErr().println(io.getMessage());
                case UncheckedIOException io -> command.getErr().println(io.getCause().getMessage());
                default -> throw e;
            }
            return 1;
        }).execute(withDefault(args));
    }

    private static String[] withDefault(String[] args) {
        boolean named = args.length > 0 && (!args[0].startsWith("-") || OWN_OPTIONS.contains(args[0]));
        return named ? args : Stream.concat(Stream.of("run"), Arrays.stream(args)).toArray(String[]::new);
    }
}
