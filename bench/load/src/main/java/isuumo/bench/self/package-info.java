/** What the benchmark itself costs: a server that answers from fixed bytes, to run it against. */
package isuumo.bench.self;
