package isuumo.bench;

import isuumo.bench.cli.BenchCommand;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(BenchCommand.execute(args));
    }
}
