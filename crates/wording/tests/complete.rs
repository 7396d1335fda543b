//! Every `.ftl` file of every language says exactly what its Rust list declares.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use wording::{FILES, Listed};

/// What one message needs and offers.
#[derive(Default)]
struct Found {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
    /// The variant keys of each selector, by the selector's variable.
    selectors: Vec<BTreeSet<String>>,
    /// What else is wrong with it.
    faults: Vec<String>,
}

#[test]
fn files_and_lists_agree() {
    let mut faults = Vec::new();
    for file in FILES {
        for (language, source) in file.sources {
            for fault in compare(language.tag(), source, file.listed) {
                faults.push(format!("{}/{}.ftl: {fault}", language.tag(), file.name));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn compare(language: &str, source: &str, listed: &[Listed]) -> Vec<String> {
    let (messages, mut faults) = read(source);
    let referenced: BTreeSet<&String> = messages.values().flat_map(|found| &found.references).collect();
    let listed: BTreeMap<&str, BTreeSet<String>> = listed
        .iter()
        .map(|message| (message.id, message.variables.iter().map(|v| (*v).to_owned()).collect()))
        .collect();
    for (id, found) in &messages {
        faults.extend(found.faults.iter().map(|fault| format!("{id}: {fault}")));
        if !listed.contains_key(id.as_str()) && !referenced.contains(id) {
            faults.push(format!("{id} is in no list"));
        }
        for keys in &found.selectors {
            let classes = plural_classes(language);
            if keys.iter().any(|key| classes.contains(key.as_str()) && key != "other")
                && !classes.iter().all(|class| keys.contains(*class))
            {
                faults.push(format!("{id} lacks a plural class: has {keys:?}, needs {classes:?}"));
            }
        }
    }
    for (id, declared) in &listed {
        match variables(&messages, id) {
            None => faults.push(format!("{id} is listed but missing")),
            Some(used) if used != *declared => {
                faults.push(format!("{id} uses {used:?}, its list gives {declared:?}"));
            }
            Some(_) => {}
        }
    }
    faults
}

/// The plural classes that a counted noun needs in a language (CLDR).
fn plural_classes(language: &str) -> BTreeSet<&'static str> {
    match language {
        "pl" | "uk" => ["one", "few", "many", "other"].into(),
        "en" => ["one", "other"].into(),
        other => panic!("which plural classes has {other}?"),
    }
}

/// The variables of a message and of all it refers to.
fn variables(messages: &BTreeMap<String, Found>, id: &str) -> Option<BTreeSet<String>> {
    let found = messages.get(id)?;
    let mut all = found.variables.clone();
    for reference in &found.references {
        all.extend(variables(messages, reference)?);
    }
    Some(all)
}

fn read(source: &str) -> (BTreeMap<String, Found>, Vec<String>) {
    let (resource, mut faults) = match fluent_syntax::parser::parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors.iter().map(ToString::to_string).collect()),
    };
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let mut found = Found::default();
                if let Some(pattern) = &message.value {
                    in_pattern(pattern, &mut found);
                }
                if message.value.is_none() || !message.attributes.is_empty() {
                    found.faults.push("must have a value and no attributes".to_owned());
                }
                if messages.insert(message.id.name.to_owned(), found).is_some() {
                    faults.push(format!("{} stands there twice", message.id.name));
                }
            }
            Entry::Term(term) => faults.push(format!("-{} is a term; none is in use", term.id.name)),
            Entry::Junk { content } => faults.push(format!("unreadable: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    (messages, faults)
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut Found) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => in_expression(expression, found),
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut Found) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            let mut keys = BTreeSet::new();
            for variant in variants {
                keys.insert(match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                in_pattern(&variant.value, found);
            }
            found.selectors.push(keys);
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut Found) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute: None } => {
            found.references.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::FunctionReference { .. } => {
            found.faults.push("uses an attribute, a term or a function".to_owned());
        }
    }
}

/// The comparison itself can fail: each kind of fault is found in a file made for it.
#[test]
fn faults_are_found() {
    fn check(source: &str, expected: &str) {
        let listed = &[Listed {
            id: "said",
            variables: &["name"],
        }];
        let faults = compare("pl", source, listed);
        assert!(
            faults.iter().any(|fault| fault.contains(expected)),
            "{expected}: {faults:?}"
        );
    }
    check("other = x", "said is listed but missing");
    check("said = { $name }\nother = x", "other is in no list");
    check("said = { $nam }", "its list gives");
    check("said = { $name }\nsaid = { $name }", "twice");
    check("said = { $name", "unreadable");
    check(
        "said = { $name ->\n  [one] a\n  [few] b\n *[other] c\n}",
        "plural class",
    );
}
