/** Pages over kept runs: a run's own with what it is compared with, and the list of all. */
package isuumo.bench.page;
