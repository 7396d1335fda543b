//! Instances as their files tell them, and the judge of routes by the instance's own numbers.

/// A vehicle's tour: day and vehicle from 1, customers by their number in the file.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    pub(crate) day: usize,
    pub(crate) vehicle: usize,
    pub(crate) customers: Vec<usize>,
}

/// A place to visit; the depots have no demand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node {
    pub(crate) id: usize,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) service: f64,
    pub(crate) demand: u32,
    pub(crate) frequency: usize,
    /// Allowed combinations of days, each day from 0.
    pub(crate) combinations: Vec<Vec<usize>>,
}

/// What the file asks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Instance {
    pub(crate) days: usize,
    /// A day, at most.
    pub(crate) vehicles: usize,
    /// By day: the longest route, 0 for any.
    pub(crate) longest: Vec<f64>,
    /// By day.
    pub(crate) capacity: Vec<u32>,
    pub(crate) depot: Node,
    pub(crate) customers: Vec<Node>,
    /// Distances are rounded to whole numbers (CVRPLIB).
    pub(crate) rounded: bool,
}

/// Reads either form.
pub(crate) fn read(text: &str) -> Result<Instance, String> {
    if text.contains("NODE_COORD_SECTION") {
        cvrplib(text)
    } else {
        cordeau(text)
    }
}

fn cordeau(text: &str) -> Result<Instance, String> {
    let lines: Vec<Vec<f64>> = text
        .lines()
        .enumerate()
        .map(|(i, line)| {
            let number = |word: &str| {
                word.parse::<f64>()
                    .map_err(|_| format!("line {}: {word} is no number", i + 1))
            };
            line.split_whitespace()
                .map(number)
                .collect::<Result<Vec<f64>, String>>()
        })
        .collect::<Result<_, _>>()?;
    let mut lines = lines.into_iter().filter(|line| !line.is_empty());
    let head = lines
        .next()
        .filter(|head| head.len() >= 4)
        .ok_or("the first line must hold type, m, n and t")?;
    let (kind, vehicles, count, days) = (head[0] as usize, head[1] as usize, head[2] as usize, head[3] as usize);
    if !matches!(kind, 0 | 1) {
        return Err(format!(
            "type {kind} is not read: 0 (VRP) and 1 (PVRP) are; several depots and time windows are not in this translation"
        ));
    }
    let days = if kind == 0 { 1 } else { days };
    let mut instance = Instance {
        days,
        vehicles,
        ..Instance::default()
    };
    for _ in 0..days {
        let limits = lines
            .next()
            .filter(|line| line.len() >= 2)
            .ok_or("a line `D Q` for each day is missing")?;
        instance.longest.push(limits[0]);
        instance
            .capacity
            .push(if limits[1] == 0.0 { u32::MAX } else { limits[1] as u32 });
    }
    let mut nodes = lines
        .map(|line| node(&line, days))
        .collect::<Result<Vec<Node>, String>>()?;
    if nodes.is_empty() || nodes.len() < count {
        return Err(format!(
            "{} nodes, but the first line says {count} customers",
            nodes.len()
        ));
    }
    instance.depot = nodes.remove(0);
    instance.customers = nodes
        .into_iter()
        .take(count)
        .filter(|node| node.frequency > 0)
        .collect();
    Ok(instance)
}

/// `i x y service demand frequency combinations list...`; a combination's binary form of `days` bits reads the days left to right.
fn node(line: &[f64], days: usize) -> Result<Node, String> {
    if line.len() < 7 {
        return Err(format!(
            "the node {:?} has {} numbers; at least 7 are expected",
            line.first(),
            line.len()
        ));
    }
    let listed = line
        .get(7..7 + line[6] as usize)
        .ok_or_else(|| format!("node {} lists too few combinations", line[0]))?;
    let set = |code: &f64| {
        (0..days)
            .filter(|day| *code as u64 >> (days - 1 - day) & 1 == 1)
            .collect()
    };
    let mut combinations: Vec<Vec<usize>> = listed.iter().map(set).collect();
    let frequency = line[5] as usize;
    if combinations.is_empty() && frequency == 1 {
        combinations = (0..days).map(|day| vec![day]).collect();
    }
    Ok(Node {
        id: line[0] as usize,
        x: line[1],
        y: line[2],
        service: line[3],
        demand: line[4] as u32,
        frequency,
        combinations,
    })
}

fn cvrplib(text: &str) -> Result<Instance, String> {
    let mut instance = Instance {
        days: 1,
        longest: vec![0.0],
        capacity: vec![0],
        rounded: true,
        ..Instance::default()
    };
    let (mut section, mut nodes): (&str, Vec<Node>) = ("", Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some((key, value)) = line.split_once(':') {
            let number = || {
                value
                    .trim()
                    .parse::<u32>()
                    .map_err(|_| format!("{line}: a number is expected"))
            };
            match key.trim() {
                "CAPACITY" => instance.capacity[0] = number()?,
                "EDGE_WEIGHT_TYPE" if value.trim() != "EUC_2D" => return Err(format!("{line}: only EUC_2D is read")),
                _ => {}
            }
            continue;
        }
        if line.ends_with("_SECTION") || line == "EOF" {
            section = line;
            continue;
        }
        let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        match (section, numbers.as_slice()) {
            ("NODE_COORD_SECTION", [id, x, y]) => nodes.push(Node {
                id: *id as usize - 1,
                x: *x,
                y: *y,
                frequency: 1,
                combinations: vec![vec![0]],
                ..Node::default()
            }),
            ("DEMAND_SECTION", [id, demand]) => {
                let node = nodes
                    .get_mut(*id as usize - 1)
                    .ok_or_else(|| format!("{line}: unknown node"))?;
                node.demand = *demand as u32;
            }
            _ => {}
        }
    }
    if nodes.len() < 2 || instance.capacity[0] == 0 {
        return Err("nodes or capacity are missing".to_owned());
    }
    instance.depot = nodes.remove(0);
    instance.customers = nodes;
    let demand: u32 = instance.customers.iter().map(|node| node.demand).sum();
    // The number of vehicles is free; this many more than the load needs are as good as any number.
    instance.vehicles = demand.div_ceil(instance.capacity[0]) as usize * 11 / 10 + 3;
    Ok(instance)
}

impl Instance {
    /// Between two nodes.
    pub(crate) fn distance(&self, a: &Node, b: &Node) -> f64 {
        let exact = (a.x - b.x).hypot(a.y - b.y);
        if self.rounded { exact.round() } else { exact }
    }

    fn length(&self, route: &Route) -> (f64, f64, u32) {
        let by_id = |id: &usize| self.customers.iter().find(|node| node.id == *id);
        let (mut way, mut service, mut load, mut at) = (0.0, 0.0, 0, &self.depot);
        for node in route.customers.iter().filter_map(by_id) {
            way += self.distance(at, node);
            service += node.service;
            load += node.demand;
            at = node;
        }
        (way + self.distance(at, &self.depot), service, load)
    }

    /// The travel of all routes, in double precision.
    pub(crate) fn cost(&self, routes: &[Route]) -> f64 {
        routes.iter().map(|route| self.length(route).0).sum()
    }

    /// What the instance forbids.
    pub(crate) fn faults(&self, routes: &[Route]) -> Vec<String> {
        let mut faults = Vec::new();
        for route in routes {
            let (way, service, load) = self.length(route);
            let day = route.day - 1;
            if load > self.capacity[day] {
                faults.push(format!("day {} vehicle {}: load {load}", route.day, route.vehicle));
            }
            if self.longest[day] > 0.0 && way + service > self.longest[day] + 1e-9 {
                faults.push(format!(
                    "day {} vehicle {}: length {}",
                    route.day,
                    route.vehicle,
                    way + service
                ));
            }
        }
        for day in 1..=self.days {
            let used = routes.iter().filter(|route| route.day == day).count();
            if used > self.vehicles {
                faults.push(format!("day {day}: {used} vehicles"));
            }
        }
        for customer in &self.customers {
            let mut days: Vec<usize> = Vec::new();
            for route in routes {
                days.extend(
                    route
                        .customers
                        .iter()
                        .filter(|id| **id == customer.id)
                        .map(|_| route.day - 1),
                );
            }
            days.sort_unstable();
            if !customer.combinations.contains(&days) {
                faults.push(format!("customer {} is visited on days {days:?}", customer.id));
            }
        }
        faults
    }
}
