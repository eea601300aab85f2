/** What hosts saw of themselves during a run: samples of each second, and the stacks of their servers. */
package isuumo.bench.hosts;
