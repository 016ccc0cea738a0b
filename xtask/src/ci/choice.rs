//! Which of the steps are run.

use super::steps::STEPS;

/// Steps by their names; without any, all.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// These alone.
    pub only: Vec<String>,
    /// This one and all after it.
    pub from: Option<String>,
}

impl Choice {
    /// Whether a step is run.
    pub(super) fn has(&self, name: &str) -> bool {
        let place = |name: &str| STEPS.iter().position(|it| it.name == name);
        let is_late = self.from.as_ref().is_none_or(|from| place(name) >= place(from));
        is_late && (self.only.is_empty() || self.only.iter().any(|it| it == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(choice: &Choice) -> Vec<&'static str> {
        STEPS.iter().map(|it| it.name).filter(|it| choice.has(it)).collect()
    }

    #[test]
    fn all_steps_are_run_where_none_is_named() {
        assert_eq!(chosen(&Choice::default()).len(), STEPS.len());
    }

    #[test]
    fn named_steps_are_run_in_their_order() {
        let only = ["lints", "format"].map(String::from).to_vec();
        assert_eq!(chosen(&Choice { only, from: None }), ["format", "lints"]);
    }

    #[test]
    fn the_step_to_begin_with_is_run_too() {
        let last = STEPS.last().expect("there are steps").name;
        assert_eq!(chosen(&Choice { only: Vec::new(), from: Some(last.into()) }), [last]);
        let all = Choice { only: Vec::new(), from: Some(STEPS[0].name.into()) };
        assert_eq!(chosen(&all).len(), STEPS.len());
    }
}
