/** What a host tells of itself in Prometheus' text format. Knows no feature: whoever has a number hands it in. */
package isuumo.metrics;
