package isuumo.bench.report;

/** The page's style sheet; every colour has a light and a dark value. */
public final class Style {
    public static final String CSS = """
            :root{color-scheme:light dark;--bg:#fbfaf7;--card:#fff;--ink:#1d2327;--soft:#5b6670;--edge:#dcdfe2;
            --score:#b4531a;--level:#6b4fbb;--rate:#0b6e99;--good:#1c7a3e;--bad:#b3261e}
            @media (prefers-color-scheme:dark){:root{--bg:#14181b;--card:#1d2327;--ink:#e8ebed;--soft:#a3adb5;
            --edge:#353d43;--score:#f0965a;--level:#b7a3f5;--rate:#63bfe6;--good:#6fd08c;--bad:#ff8a80}}
            body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
            main{max-width:1060px;margin:0 auto;padding:24px 16px 64px}
            header{display:flex;gap:24px;align-items:center;flex-wrap:wrap}
            header h1{margin:0;font-size:40px;line-height:1.1;font-variant-numeric:tabular-nums}
            header p{margin:4px 0 0;color:var(--soft)}
            header .stamp{margin:0;padding:4px 18px;border:3px solid;border-radius:8px;font-size:24px;font-weight:700;
            letter-spacing:.08em}
            .pass .stamp{color:var(--good)}.fail .stamp{color:var(--bad)}
            .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(96px,1fr));gap:8px;margin:24px 0}
            .facts div{background:var(--card);border:1px solid var(--edge);border-radius:8px;padding:8px 12px}
            .facts dt{color:var(--soft);font-size:12px}
            .facts dd{margin:0;font-size:20px;font-variant-numeric:tabular-nums}
            h2{font-size:19px;margin:32px 0 8px}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:16px}
            figure{margin:0;background:var(--card);border:1px solid var(--edge);border-radius:8px;padding:12px}
            figcaption{font-weight:600}.none{color:var(--soft);text-align:center;padding:48px 0}
            svg{width:100%;height:auto;display:block}
            .grid{stroke:var(--edge)}.line{fill:none;stroke-width:2.5;stroke-linejoin:round}.dot{fill:transparent}
            .axis{fill:var(--soft);font-size:13px}
            .key{font-weight:400;margin-left:8px}.key::before{content:"\\25CF\\00A0"}
            .flames{width:100%;height:600px;border:1px solid var(--edge);background:#fff}details{margin:8px 0}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--edge);font-size:14px}
            th,td{padding:5px 10px;text-align:left;border-top:1px solid var(--edge);overflow-wrap:anywhere}
            thead th{color:var(--soft);font-weight:600;border-top:0;white-space:nowrap}
            tbody th{font-weight:600;white-space:nowrap}
            .bar{min-width:64px}.bar span{display:block;height:8px;border-radius:2px;background:var(--rate);min-width:1px}
            .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            a{color:var(--rate)}.up{color:var(--good);font-weight:600}.down{color:var(--bad);font-weight:600}
            .finding{border-left:4px solid var(--rate);padding:2px 0 2px 14px;margin:24px 0;font-size:17px}
            .finding p{margin:6px 0}pre{background:var(--card);border:1px solid var(--edge);border-radius:8px;
            padding:10px 12px;overflow-x:auto;font-size:13px}
            th button{all:unset;cursor:pointer}th button:focus-visible{outline:2px solid var(--rate)}
            th[aria-sort=descending] button::after{content:" \\25BE"}th[aria-sort=ascending] button::after{content:" \\25B4"}
            @media (min-width:1240px){main{max-width:1200px}}
            .sorted th,.sorted td{padding:5px 7px}.sorted td:first-child{white-space:nowrap}
            .sorted td.sql{white-space:normal;min-width:28em;font:13px/1.4 monospace}.sql pre{white-space:pre-wrap}
            @media (min-width:1600px){main{max-width:1480px}
            .charts{grid-template-columns:repeat(auto-fit,minmax(340px,1fr))}}
            thead th.n{text-align:right}.bad{color:var(--bad);font-weight:600}.noted{color:var(--soft)}
            """;

    private Style() {}
}
