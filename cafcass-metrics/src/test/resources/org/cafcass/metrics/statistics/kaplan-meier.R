# Makes kaplan-meier-*.csv, with R 4.2.2 and its package survival 3.5-3:
#   Rscript kaplan-meier.R
library(survival)

mp6 <- data.frame( # remission under 6-mercaptopurine in weeks (Freireich and others, 1963)
  entry = 0,
  exit = c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35),
  event = c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0))
half <- data.frame(entry = 0, exit = c(3, 5, 9, 12), event = c(1, 1, 1, 1)) # S is 0.5 from 5 to 9
half_censored <- data.frame(entry = 0, exit = c(3, 5, 9, 12), event = c(1, 1, 0, 0)) # ... from 5 to the end
not_reached <- data.frame(entry = 0, exit = c(2, 4, 6, 8), event = c(1, 0, 0, 0))
delayed <- data.frame( # with ties of entries, events and censorings
  entry = c(0, 0, 0, 3, 5, 5, 7, 10, 10, 12, 12, 20),
  exit = c(5, 7, 12, 5, 9, 12, 7, 14, 20, 12, 25, 20),
  event = c(1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0))
set.seed(182)
n <- 400
received <- sample(-900:364, n, replace = TRUE)
closed <- received + round(rweibull(n, 1.3, 330))
seen <- closed >= 0
cases <- data.frame( # received up to day 364 and not closed before day 0: a financial year
  entry = pmax(0, -received[seen]),
  exit = pmin(closed[seen], 364) - received[seen],
  event = as.integer(closed[seen] <= 364))

samples <- list(
  mp6 = mp6, half = half, half_censored = half_censored, not_reached = not_reached, delayed = delayed, cases = cases)
horizons <- c(mp6 = 30, half = 10, half_censored = 10, not_reached = 8, delayed = 20, cases = 364)
number <- function(x) sprintf("%.17g", x)
rows <- curves <- medians <- NULL
for (name in names(samples)) {
  s <- samples[[name]]
  fit <- survfit(Surv(entry - 0.5, exit, event) ~ 1, data = s, conf.type = "log-log")
  q <- quantile(fit, 0.5)
  mean <- summary(fit, rmean = unname(horizons[name]))$table["rmean"]
  rows <- rbind(rows, data.frame(sample = name, s))
  at <- fit$n.event > 0
  curves <- rbind(curves, data.frame(
    sample = name, age = fit$time[at], at_risk = fit$n.risk[at], survival = number(fit$surv[at]),
    lower = number(fit$lower[at]), upper = number(fit$upper[at])))
  medians <- rbind(medians, data.frame(
    sample = name, median = q$quantile, lower = q$lower, upper = q$upper,
    horizon = horizons[name], restricted_mean = number(mean)))
}
write.csv(rows, "kaplan-meier-samples.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(curves, "kaplan-meier-curves.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(medians, "kaplan-meier-medians.csv", row.names = FALSE, quote = FALSE, na = "")
