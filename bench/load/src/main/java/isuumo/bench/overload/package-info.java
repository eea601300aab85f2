/** What becomes of a server that more is asked of than it can do: {@code bench/run.sh overload}. No contest rules here. */
package isuumo.bench.overload;
