//! Reads the HTTP exchanges in documents: the messages in a block of `http` code.

/// One message of an exchange.
#[derive(Debug)]
pub struct Message {
    pub start_line: String,
    pub fields: Vec<(String, String)>,
    pub content: Vec<String>,
}

impl Message {
    /// The status code of a response.
    pub fn status(&self) -> Option<u16> {
        let (version, rest) = self.start_line.split_once(' ')?;
        version.starts_with("HTTP/").then(|| rest.get(..3)?.parse().ok())?
    }

    /// The reason phrase of a response.
    pub fn reason(&self) -> &str {
        self.start_line.splitn(3, ' ').nth(2).unwrap_or_default()
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// Returns the exchanges in a Markdown text: for each block its messages, or an error.
pub fn exchanges(markdown: &str) -> Vec<Result<Vec<Message>, String>> {
    let mut exchanges = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if line.trim_start() == "```http" {
            let indent = line.len() - line.trim_start().len();
            let block = lines.by_ref().take_while(|line| line.trim_start() != "```");
            let block: Vec<&str> = block.map(|line| line.get(indent..).unwrap_or_default()).collect();
            exchanges.push(messages(&block));
        }
    }
    exchanges
}

fn messages(lines: &[&str]) -> Result<Vec<Message>, String> {
    let mut messages: Vec<Message> = Vec::new();
    let mut in_fields = false;
    let mut after_blank = true;
    for &line in lines {
        if line.len() > 80 {
            return Err(format!("more than 80 characters: {line}"));
        }
        if after_blank && is_start_line(line) {
            // The blank line between two messages belongs to neither.
            if let Some(last) = messages.last_mut() {
                while last.content.last().is_some_and(String::is_empty) {
                    last.content.pop();
                }
            }
            let start_line = line.to_owned();
            messages.push(Message { start_line, fields: Vec::new(), content: Vec::new() });
            in_fields = true;
        } else if let Some(message) = messages.last_mut() {
            if !in_fields {
                message.content.push(line.to_owned());
            } else if line.is_empty() {
                in_fields = false;
            } else if let Some(value) = line.strip_prefix(' ') {
                // Documents fold long lines. The value continues that of the last line.
                let (_, last) = message.fields.last_mut().ok_or("a field without a name")?;
                last.push(' ');
                last.push_str(value.trim());
            } else {
                let (name, value) = line.split_once(": ").ok_or(format!("no field: {line}"))?;
                let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
                if name.is_empty() || !name.bytes().all(is_token) {
                    return Err(format!("invalid field name: {line}"));
                }
                message.fields.push((name.to_owned(), value.to_owned()));
            }
        } else {
            return Err(format!("no start line: {line}"));
        }
        after_blank = line.is_empty();
    }
    if messages.is_empty() { Err("no message".to_owned()) } else { Ok(messages) }
}

/// `GET /path HTTP/1.1` or `HTTP/1.1 404 Not Found`.
fn is_start_line(line: &str) -> bool {
    let version = |word: &str| {
        word.strip_prefix("HTTP/")
            .is_some_and(|number| number.split('.').all(|part| part.parse::<u8>().is_ok()))
    };
    let words: Vec<&str> = line.split(' ').collect();
    let is_request = words.len() == 3
        && version(words[2])
        && words[0].bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
    let is_response =
        words.len() >= 2 && version(words[0]) && words[1].len() == 3 && words[1].parse::<u16>().is_ok();
    is_request || is_response
}

/// Tells whether a date in the form of RFC 9110 §5.6.7 has the right weekday.
pub fn is_date(text: &str) -> bool {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let parts: Vec<&str> = text.split([' ', ',', ':']).filter(|part| !part.is_empty()).collect();
    let [day_name, day, month, year, _, _, _, "GMT"] = parts[..] else { return false };
    let (Ok(day), Ok(year)) = (day.parse::<usize>(), year.parse::<usize>()) else { return false };
    let Some(month) = MONTHS.iter().position(|name| *name == month).map(|month| month + 1) else {
        return false;
    };
    // Zeller's congruence, with Monday as 0.
    let (shifted_month, shifted_year) = if month < 3 { (month + 12, year - 1) } else { (month, year) };
    let weekday = (day + 13 * (shifted_month + 1) / 5 + shifted_year + shifted_year / 4 - shifted_year / 100
        + shifted_year / 400
        + 5)
        % 7;
    DAYS[weekday] == day_name
}
