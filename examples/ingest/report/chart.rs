//! Bars over time, as SVG that takes its colours from the page.

use std::collections::BTreeMap;
use std::fmt::Write;

use mailbounce::Timestamp;

use super::html::escaped;

const DAY: i64 = Timestamp::DAY;

/// The time axis: hours, days, months or years, so that there are a few dozen at most.
pub(crate) struct Axis {
    /// How much of an RFC 3339 time tells one step from the next.
    length: usize,
    pub(crate) labels: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Axis {
    pub(crate) fn new(times: impl Iterator<Item = Timestamp> + Clone, now: Timestamp) -> Self {
        let last = times.clone().map(|t| t.0).max().unwrap_or(now.0).min(now.0);
        let first = times.map(|t| t.0).min().unwrap_or(last).clamp(0, last.max(0));
        let (length, step) = match last - first {
            span if span <= 2 * DAY => (13, 3600),
            span if span <= 70 * DAY => (10, DAY),
            span if span <= 2200 * DAY => (7, DAY),
            _ => (4, 28 * DAY),
        };
        let mut axis = Self { length, labels: Vec::new(), places: BTreeMap::new() };
        let mut at = first;
        while at < last + step {
            let label = axis.label(Timestamp(at.min(last)));
            if !axis.places.contains_key(&label) {
                axis.places.insert(label.clone(), axis.labels.len());
                axis.labels.push(label);
            }
            at += step;
        }
        axis
    }

    fn label(&self, at: Timestamp) -> String {
        let text = at.to_string();
        text.get(..self.length).unwrap_or(&text).replace('T', " ")
    }

    /// The step that a time falls in; what lies outside falls in the last.
    pub(crate) fn place(&self, at: Timestamp) -> usize {
        self.places.get(&self.label(at)).copied().unwrap_or(self.labels.len().saturating_sub(1))
    }

    /// A step as people say it.
    pub(crate) fn name(&self, place: usize) -> String {
        let label = self.labels.get(place).cloned().unwrap_or_default();
        if self.length == 13 { format!("{label}:00") } else { label }
    }

    /// The same, short: without the year where hours are told.
    fn tick(&self, place: usize) -> String {
        let name = self.name(place);
        if self.length == 13 { name.get(5..).unwrap_or_default().to_owned() } else { name }
    }

    pub(crate) fn unit(&self) -> &'static str {
        match self.length {
            13 => "hour",
            10 => "day",
            7 => "month",
            _ => "year",
        }
    }
}

/// One colour of the bars: its class, its name, and its height at each step.
pub(crate) struct Series {
    pub(crate) class: &'static str,
    pub(crate) values: Vec<u64>,
}

/// Stacked bars with a scale.
pub(crate) fn stacked(axis: &Axis, series: &[Series]) -> String {
    const WIDTH: f64 = 960.0;
    const HEIGHT: f64 = 260.0;
    const LEFT: f64 = 44.0;
    const TOP: f64 = 12.0;
    const BOTTOM: f64 = 28.0;
    let steps = axis.labels.len().max(1);
    let total = |place: usize| series.iter().map(|s| s.values.get(place).copied().unwrap_or(0)).sum::<u64>();
    let most = (0..steps).map(total).max().unwrap_or(0).max(1);
    let scale = nice(most);
    let slot = (WIDTH - LEFT) / steps as f64;
    let bar = (slot * 0.78).min(46.0);
    let height = HEIGHT - TOP - BOTTOM;
    let y = |value: u64| TOP + height * (1.0 - value as f64 / (scale * 4) as f64);
    let mut out = format!(
        r#"<svg viewBox="0 0 {WIDTH} {HEIGHT}" class="chart" role="img" aria-label="Failed recipients over time">"#
    );
    for line in 0..=4 {
        let at = y(scale * line);
        let _ = write!(out, r#"<line class="grid" x1="{LEFT}" x2="{WIDTH}" y1="{at:.1}" y2="{at:.1}"/>"#);
        let _ =
            write!(out, r#"<text class="tick end" x="{:.1}" y="{:.1}">{}</text>"#, LEFT - 8.0, at + 4.0, scale * line);
    }
    let every = steps.div_ceil(if axis.labels.first().is_some_and(|l| l.len() > 7) { 8 } else { 14 });
    for place in 0..steps {
        let middle = LEFT + slot * (place as f64 + 0.5);
        let mut title = format!("{}: {}", axis.name(place), total(place));
        let (mut base, mut bars) = (0, String::new());
        for s in series {
            let value = s.values.get(place).copied().unwrap_or(0);
            if value > 0 {
                let (top, bottom) = (y(base + value), y(base));
                let _ = write!(
                    bars,
                    r#"<rect class="{}" x="{:.1}" y="{top:.1}" width="{bar:.1}" height="{:.1}"/>"#,
                    s.class,
                    middle - bar / 2.0,
                    bottom - top
                );
                let _ = write!(title, "\n{} {value}", s.class);
                base += value;
            }
        }
        let _ = write!(out, "<g><title>{}</title>{bars}</g>", escaped(&title));
        if place % every == 0 {
            let _ = write!(
                out,
                r#"<text class="tick" x="{middle:.1}" y="{:.1}">{}</text>"#,
                HEIGHT - 8.0,
                escaped(&axis.tick(place))
            );
        }
    }
    out.push_str("</svg>");
    out
}

/// A quarter of the scale: 1, 2, 3 or 5 times a power of ten, so that four of it are enough.
fn nice(most: u64) -> u64 {
    let mut power = 1;
    loop {
        for step in [1, 2, 3, 5] {
            if step * power * 4 >= most {
                return step * power;
            }
        }
        power *= 10;
    }
}

/// Bars without a scale, for a row of a table.
pub(crate) fn spark(axis: &Axis, values: &[u64]) -> String {
    const WIDTH: f64 = 150.0;
    const HEIGHT: f64 = 22.0;
    let most = values.iter().copied().max().unwrap_or(0).max(1);
    let slot = WIDTH / values.len().max(1) as f64;
    let mut out = format!(r#"<svg viewBox="0 0 {WIDTH} {HEIGHT}" class="spark" aria-hidden="true">"#);
    for (place, value) in values.iter().enumerate().filter(|(_, value)| **value > 0) {
        let height = (HEIGHT * *value as f64 / most as f64).max(1.5);
        let _ = write!(
            out,
            r#"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{height:.1}"><title>{}: {value}</title></rect>"#,
            slot * place as f64,
            HEIGHT - height,
            (slot * 0.8).clamp(0.8, 12.0),
            escaped(&axis.name(place))
        );
    }
    out.push_str("</svg>");
    out
}
