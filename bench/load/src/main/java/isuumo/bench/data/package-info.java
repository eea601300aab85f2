/** The data set as its files have it. Knows neither HTTP nor rules. */
package isuumo.bench.data;
