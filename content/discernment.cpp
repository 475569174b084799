// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "content/results.h"

namespace content {
namespace {

constexpr double kZ95 = 1.959963984540054;  // InverseNormal(0.975)

/// Polynomial with the coefficient of the highest power first.
template <std::size_t N>
double Polynomial(const double (&coefficients)[N], double x) {
  double sum = 0;
  for (const double coefficient : coefficients) sum = sum * x + coefficient;
  return sum;
}

double NormalDensity(double z) { return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi); }

/// Variance of z(rate) by the delta method: p (1 - p) / (n phi(z)^2).
double VarianceOfZ(double rate, double z, double n) {
  const double density = NormalDensity(z);
  return rate * (1 - rate) / (n * density * density);
}

}  // namespace

Rate WilsonRate(int k, int n) {
  if (n <= 0) return {};
  Rate rate;
  rate.n = n;
  rate.k = std::clamp(k, 0, n);
  const double total = n;
  const double z2 = kZ95 * kZ95;
  rate.share = rate.k / total;
  const double centre = (rate.share + z2 / (2 * total)) / (1 + z2 / total);
  const double half = kZ95 / (1 + z2 / total) *
                      std::sqrt(rate.share * (1 - rate.share) / total + z2 / (4 * total * total));
  rate.low = rate.k == 0 ? 0 : std::max(0.0, centre - half);
  rate.high = rate.k == n ? 1 : std::min(1.0, centre + half);
  return rate;
}

double InverseNormal(double p) {
  assert(p > 0 && p < 1);
  // The tail beyond exp(-25) of AS 241 is left out: counts of people do not reach it.
  constexpr double kA[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4,
                           6.7265770927008700853e+4, 4.5921953931549871457e+4,
                           1.3731693765509461125e+4, 1.9715909503065514427e+3,
                           1.3314166789178437745e+2, 3.3871328727963666080e0};
  constexpr double kB[] = {5.2264952788528545610e+3, 2.8729085735721942674e+4,
                           3.9307895800092710610e+4, 2.1213794301586595867e+4,
                           5.3941960214247511077e+3, 6.8718700749205790830e+2,
                           4.2313330701600911252e+1, 1.0};
  constexpr double kC[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                           2.41780725177450611770e-1, 1.27045825245236838258e0,
                           3.64784832476320460504e0,  5.76949722146069140550e0,
                           4.63033784615654529590e0,  1.42343711074968357734e0};
  constexpr double kD[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4,
                           1.51986665636164571966e-2, 1.48103976427480074590e-1,
                           6.89767334985100004550e-1, 1.67638483018380384940e0,
                           2.05319162663775882187e0,  1.0};
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * Polynomial(kA, r) / Polynomial(kB, r);
  }
  const double r = std::sqrt(-std::log(std::min(p, 1 - p))) - 1.6;
  const double z = Polynomial(kC, r) / Polynomial(kD, r);
  return q < 0 ? -z : z;
}

Discernment Discern(int hits, int scams, int false_alarms, int genuine) {
  Discernment result;
  result.hits = WilsonRate(hits, scams);
  result.false_alarms = WilsonRate(false_alarms, genuine);
  const double scam_total = result.hits.n + 1.0;
  const double genuine_total = result.false_alarms.n + 1.0;
  const double hit_rate = (result.hits.k + 0.5) / scam_total;
  const double false_rate = (result.false_alarms.k + 0.5) / genuine_total;
  const double z_hit = InverseNormal(hit_rate);
  const double z_false = InverseNormal(false_rate);
  result.d_prime = z_hit - z_false;
  result.criterion = -(z_hit + z_false) / 2;
  // Both are sums of two independent z: var(d') adds them, var(c) is a quarter of that.
  const double error = std::sqrt(VarianceOfZ(hit_rate, z_hit, scam_total) +
                                 VarianceOfZ(false_rate, z_false, genuine_total));
  result.d_low = result.d_prime - kZ95 * error;
  result.d_high = result.d_prime + kZ95 * error;
  result.c_low = result.criterion - kZ95 * error / 2;
  result.c_high = result.criterion + kZ95 * error / 2;
  result.enough = scams >= kMinimumPerClass && genuine >= kMinimumPerClass;
  return result;
}

}  // namespace content
